import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Standings } from '../../ui/contest/standings.ts';
import { contest, figure, judged, round, steps } from '../../ui/contest/test-contest.ts';
import { createTestClient, holdSizes, show } from '../../ui/test-page.tsx';
import { columnsFor } from './columns.ts';
import { ContestScene } from './ContestScene.tsx';
import { StandingsPicture } from './StandingsPicture.tsx';

const animate = vi.fn<(...given: unknown[]) => void>();

beforeEach(() => {
  animate.mockClear();
  Object.assign(Element.prototype, { animate });
  holdSizes();
});

const five = judged('e1', ['9.9', '9.9', '9.5', '9', '8']);
const strike = { show: 'strike', entryId: 'e1', high: ['j1'], low: ['j5'] };
const of = (...shown: object[]) => ({ contest: contest(round({ shown: steps(...shown) })) });

test('SC-17 a page that is loaded stands still; what is shown afterwards moves', () => {
  const client = createTestClient(of(...five));
  const page = show(<ContestScene view="latest" />, client);
  expect(animate).not.toHaveBeenCalled();
  expect(page.textContent).toContain('统分中');
  client.setEvent(of(...five, strike));
  expect(animate).toHaveBeenCalled();
  expect(page.textContent).toContain('最高分');
});

test('the figure and how it came about', () => {
  const text = show(
    <ContestScene view="latest" />,
    createTestClient(of(...five, strike, figure('e1', '9.467'))),
  ).textContent;
  for (const words of [
    '陈晓岚',
    '最终得分',
    '9.467',
    '去掉一个最高分 9.90、一个最低分 8.00',
    '其余 3 位平均',
  ])
    expect(text).toContain(words);
});

test('SC-18, SC-19 the rules’ hash and the signer’s fingerprint stand on every picture', () => {
  const text = show(<ContestScene view="board" />, createTestClient(of(figure('e1', '9')))).textContent;
  expect(text).toContain('5f5f 4db6 6063 d8bd');
  expect(text).toContain('80c6-4adb-c53c-37d5-0510');
});

test('ranks slide when the order changes', () => {
  const client = createTestClient(of(figure('e1', '9.1')));
  const page = show(<ContestScene view="board" />, client);
  const names = (): (string | null)[] =>
    [...page.querySelectorAll('[data-flip]')].map((row) => row.getAttribute('data-flip'));
  expect(names()).toEqual(['e1']);
  client.setEvent(of(figure('e1', '9.1'), figure('e2', '9.4')));
  expect(names()).toEqual(['e2', 'e1']);
});

test('a table of several pages says which one it is; of one page it says nothing', () => {
  const headingOf = (count: number): string => {
    const rows = Array.from({ length: count }, (_, index) => ({
      person: { id: `e${index}`, number: index + 1, name: '甲', organisation: '', status: 'competing' },
      rank: index + 1,
      figure: '9',
      votes: null,
      points: null,
    }));
    const standings = { kind: 'board', isWhole: true, ballots: null, rows } as unknown as Standings;
    return show(<StandingsPicture standings={standings} />, createTestClient()).querySelector('h1')!
      .innerHTML;
  };
  expect(headingOf(12)).toMatch(/>[1-3]\/[23]</);
  expect(headingOf(5)).not.toMatch(/\d\/\d/);
});

test('without a contest, the waiting picture', () => {
  const page = show(<ContestScene view="latest" />, createTestClient());
  act(() => {});
  expect(page.textContent).toContain('扫码进入现场');
});

test.each([
  [3, false, 3],
  [7, false, 4],
  [9, false, 5],
  [11, false, 4],
  [20, false, 5],
  [7, true, 3],
  [20, true, 4],
])('%i seats, upright %s: %i in a row', (seats, isUpright, columns) => {
  expect(columnsFor(seats, isUpright)).toBe(columns);
});
