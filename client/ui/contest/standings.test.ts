import { expect, test } from 'vitest';
import { podiumOf } from './podium.ts';
import { audienceOf, runningOf, standingsOf } from './standings.ts';
import { contest, figure, round, steps } from './test-contest.ts';

const of = (...shown: object[]) => {
  const one = round({ shown: steps(...shown) });
  return [contest(one), one] as const;
};
const line = (entryId: string, rank: number | null, value: string | null) => ({
  entryId,
  rank,
  figure: value,
});

test('SC-15 figures shown so far are ranked 1, 2, 2, 4', () => {
  const shown = [figure('e1', '9.1'), figure('e2', '9.4'), figure('e3', '9.5'), figure('e4', '9.40')];
  const { rows, kind, isWhole } = runningOf(...of(...shown));
  expect(rows.map(({ person, rank }) => [person.id, rank])).toEqual([
    ['e3', 1],
    ['e2', 2],
    ['e4', 2],
    ['e1', 4],
  ]);
  expect([kind, isWhole]).toEqual(['running', true]);
});

test('9.9 is less than 10.0: figures are compared as numbers', () => {
  const { rows } = runningOf(...of(figure('e1', '9.9'), figure('e2', '10.0')));
  expect(rows[0]?.person.id).toBe('e2');
});

test('who was not shown is not in it; no figure is no rank', () => {
  const { rows } = runningOf(...of(figure('e1', null), figure('e2', '9')));
  expect(rows.map(({ person, rank }) => [person.id, rank])).toEqual([
    ['e2', 1],
    ['e1', null],
  ]);
});

test('the votes keep the order from before, and a board brings its own', () => {
  const audience = {
    show: 'audience',
    ballots: { cast: 3, rejected: 0 },
    entries: [{ entryId: 'e1', votes: 3, points: '10.000' }],
  };
  const [one, two] = of(figure('e2', '9', null), audience);
  expect(audienceOf(one, two).rows.map(({ person, votes }) => [person.id, votes])).toEqual([
    ['e2', null],
    ['e1', 3],
    ['e3', null],
    ['e4', null],
  ]);
  const board = { show: 'board', entries: [line('e1', 1, '9.4'), line('e3', null, null)] };
  expect(standingsOf(...of(board))).toMatchObject({ kind: 'board', rows: [{ rank: 1 }, { rank: null }] });
});

test('the podium fills from below; a place that a tie took is vacant', () => {
  const { top, others, newest } = podiumOf(
    ...of(
      { show: 'place', rank: 4, entries: [line('e4', 4, '9.0')] },
      { show: 'place', rank: 3, entries: [] },
      { show: 'place', rank: 2, entries: [line('e1', 2, '9.4'), line('e2', 2, '9.4')] },
    ),
  );
  expect(top.map(({ state }) => state)).toEqual(['waiting', 'taken', 'vacant']);
  expect(top[1].holders.map(({ person }) => person.name)).toEqual(['陈晓岚', '黄志远']);
  expect([others.length, newest]).toEqual([1, 2]);
});
