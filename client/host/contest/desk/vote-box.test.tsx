import { expect, test } from 'vitest';
import { presets } from '#shared/rules/contest/presets.ts';
import { contest, round } from '../../../ui/contest/test-contest.ts';
import { button, click, createTestClient, show } from '../../../ui/test-page.tsx';
import { VoteBox } from './VoteBox.tsx';

const MINUTE = 60_000;
const timed = (opensAt: number, closesAt: number) => {
  const of = round({
    rules: {
      ...presets.speech.rules,
      audience: { weight: 40, aggregate: { rule: 'share', scale: 100_000 } },
    },
    voting: { isOpen: true, entries: ['e1'], boxes: [{ id: 'b1', opensAt, closesAt, group: null }] },
  } as never);
  const client = createTestClient({ contest: contest(of) });
  const ballots = { clean: 0, suspect: 0, unknown: 0 };
  client.execute.mockResolvedValue({ ok: true, data: { ballots } });
  return { client, page: show(<VoteBox round={of} />, client) };
};

test('a vote that is timed and has not opened is taken back, not ended', async () => {
  const { client, page } = timed(Date.now() + MINUTE, Date.now() + 5 * MINUTE);
  expect(page.textContent).toContain('后打开');
  expect(page.textContent).not.toContain('结束投票');
  await click(button(page, '取消定时'));
  expect(document.body.textContent).toContain('到点也不会打开');
  await click(button(document.querySelector('dialog, [role="dialog"]') ?? document.body, '取消定时'));
  expect(client.execute).toHaveBeenCalledWith('vote:close', { roundId: 'r1' });
});

test('one that is open is ended', () => {
  const { page } = timed(Date.now() - MINUTE, Date.now() + 5 * MINUTE);
  expect(button(page, '结束投票')).toBeTruthy();
});
