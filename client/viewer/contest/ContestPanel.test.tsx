import { expect, test } from 'vitest';
import { contest, figure, round, steps } from '../../ui/contest/test-contest.ts';
import { button, click, createTestClient, show } from '../../ui/test-page.tsx';
import { ContestPanel } from './ContestPanel.tsx';

const vote = {
  perViewer: 2,
  period: 'once',
  results: 'hidden',
  changeable: false,
  groups: [] as string[],
} as const;
const voting = {
  isOpen: true,
  entries: ['e1', 'e2', 'e3', 'e4'],
  boxes: [{ id: 'r1.vote', opensAt: 0, closesAt: null }],
} as never;
const open = { contest: contest(round({ voting, vote })) };
const voted = { you: { id: 'v1', ballots: { 'r1.vote': ['e2'] } } } as never;
const boxes = (page: HTMLElement): HTMLInputElement[] => [...page.querySelectorAll('input')];

test('SC-11 casts a ballot of several entries, and no more than allowed', async () => {
  const client = createTestClient(open);
  client.execute.mockResolvedValue({ ok: true, data: {} });
  const page = show(<ContestPanel />, client);
  for (const index of [0, 2, 3]) await click(boxes(page)[index] as Element);
  expect(boxes(page).map(({ checked }) => checked)).toEqual([true, false, true, false]);
  await click(button(page, '投票（已选 2 / 2）'));
  expect(client.execute).toHaveBeenCalledWith('contest:vote', { roundId: 'r1', entryIds: ['e1', 'e3'] });
});

test('the own ballot is shown, as it was heard on joining', () => {
  const page = show(<ContestPanel />, createTestClient(open, voted));
  expect(page.textContent).toContain('你投给了：黄志远');
  expect(boxes(page)).toHaveLength(0);
});

test('a vote that is timed says when it starts, and not that it is over', () => {
  const client = createTestClient();
  const timed = { isOpen: true, boxes: [{ id: 'r1.vote', opensAt: client.now() + 90_000, closesAt: null }] };
  const one = contest(round({ voting: { ...timed, entries: ['e1'] } as never, vote }));
  const page = show(<ContestPanel />, createTestClient({ contest: one }));
  expect(page.textContent).toContain('即将投票');
  expect(page.textContent).toMatch(/1:(30|29) 后开始/);
  expect(page.textContent).not.toMatch(/投票结束|你没有投票/);
  expect(boxes(page)).toHaveLength(0);
});

test('who is frozen or has withdrawn is marked and cannot be chosen', () => {
  const one = contest(round({ voting, vote }));
  const states = ['frozen', 'withdrawn', 'competing', 'competing'] as const;
  const contestants = one.contestants.map((person, index) => ({
    ...person,
    status: states[index] ?? 'competing',
  }));
  const page = show(<ContestPanel />, createTestClient({ contest: { ...one, contestants } }));
  expect(boxes(page).map(({ disabled }) => disabled)).toEqual([true, true, false, false]);
  expect(page.textContent).toContain('暂停投票');
  expect(page.textContent).toContain('已退赛');
});

test.each([
  ['CLOSED', 'SC-11: the vote is closed', '投票已截止，这张选票没有计入'],
  ['CLOSED', 'SC-11: the contestant has withdrawn', '所选的选手现在不能投票，请改选'],
  ['ALREADY', 'you voted already', '你已经投过票，票箱里是你的第一张选票'],
])('a refusal is clear: %s %s', async (code, message, words) => {
  const client = createTestClient(open);
  client.execute.mockResolvedValue({ ok: false, error: { code, message, retryable: false } });
  const page = show(<ContestPanel />, client);
  await click(boxes(page)[0] as Element);
  await click(button(page, '投票（已选 1 / 2）'));
  expect(page.querySelector('[role=alert]')?.textContent).toBe(words);
});

test('results as they are shown, and after publishing the way to the whole of them', () => {
  const shown = steps(figure('e1', '9.4'), figure('e2', '9.5'));
  const client = createTestClient({ contest: contest(round({ shown })) });
  const page = show(<ContestPanel />, client);
  expect(page.textContent).toContain('暂列名次');
  expect(page.querySelector('a')).toBeNull();
  client.setEvent({ contest: contest(round({ shown, status: 'published', results: [] })) });
  client.setEvent({
    contest: contest(
      round({
        shown,
        status: 'published',
        results: [
          { entryId: 'e2', rank: 1, figure: '9.500', exact: '19/2', parts: {}, explain: [] },
        ] as never,
      }),
    ),
  });
  expect(page.querySelector('a')?.getAttribute('href')).toContain('?result=r1');
});
