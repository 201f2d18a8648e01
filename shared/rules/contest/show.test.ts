import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Round } from '../../model/contest.ts';
import { ContestantId } from '../../model/ids.ts';
import type { RevealStep, Shown } from '../../model/reveal.ts';
import type { Tabulation } from '../../model/tabulation.ts';
import { anyRound } from '../scoring/arbitrary-round.ts';
import { parseDecimal, sum, toFixed } from '../scoring/exact.ts';
import { readTabulation } from '../scoring/read-tabulation.ts';
import { slowly } from '../scoring/slow-model.ts';
import { tabulate } from '../scoring/tabulate.ts';
import { outcomeOf } from './outcome.ts';
import { show } from './show.ts';

const awards = [{ name: { zh: '一等奖', en: 'First prize' }, by: 'rank', places: 1 }];

/** A reveal's desk over a file. A judges' part alone is called as a contest calls it, so that its figure is shown. */
function revealing(given: Tabulation) {
  const [first] = given.parts;
  const isJudged = given.parts.length === 1 && first !== undefined && 'scorecards' in first;
  const file = isJudged ? { ...given, parts: [{ ...first, id: 'judges' }] } : given;
  const outcome = outcomeOf(file, { awards, awardTies: 'both' } as never);
  const entries = file.entries.map((id) => ({ id: ContestantId.parse(id), title: '' }));
  const round = { entries, panel: [], criteria: [], rules: { decimals: file.decimals, judges: null } };
  const evidence = { cards: {}, pseudonyms: {} };
  const showing = {
    round: round as unknown as Round,
    evidence: evidence as never,
    file,
    ...outcome,
    votes: null,
  };
  const step = <Kind extends RevealStep['show']>(one: Extract<RevealStep, { show: Kind }>) =>
    show(one, showing) as Extract<Shown, { show: Kind }>;
  return { file, entries, isJudged, step };
}

describe('A16, SC-17: what a reveal shows of any round is what its file, read again, comes to', () => {
  test.prop([anyRound], { numRuns: 1_000 })('figures, ranks, votes and penalties', (given) => {
    const { file, entries, isJudged, step } = revealing(given);
    const recount = tabulate(readTabulation(JSON.stringify(file))).results;
    const lines = recount.map(({ entry, rank, figure }) => ({ entryId: entry, rank, figure }));
    const board = step({ show: 'board' }).entries;
    expect(board).toEqual(lines);
    const model = slowly(file);
    for (const { entryId, rank } of board) expect(rank).toBe(model.get(entryId)?.rank ?? null);

    const places = entries.flatMap((_, index) => step({ show: 'place', rank: index + 1 }).entries);
    expect(places).toEqual(lines.filter(({ rank }) => rank !== null));

    const [first] = step({ show: 'awards' }).awards;
    expect(first?.entries).toEqual(lines.flatMap(({ entryId, rank }) => (rank === 1 ? [entryId] : [])));

    const counted = file.parts.filter((part) => 'votes' in part);
    for (const { entryId, votes } of step({ show: 'audience' }).entries)
      expect(votes).toBe(counted.reduce((total, part) => total + (part.votes[entryId] ?? 0), 0));

    for (const { id: entryId } of entries) {
      const shown = step({ show: 'figure', entryId });
      const taken = file.penalties.filter(({ entry }) => entry === entryId);
      const penalty = toFixed(sum(taken.map(({ points }) => parseDecimal(points))), 3);
      expect(shown.penalty).toBe(taken.length === 0 ? null : penalty);
      const own = lines.find((line) => line.entryId === entryId);
      if (isJudged) expect(shown.figure).toBe(own?.figure);
      else expect(shown.figure).toBeNull();
    }
  });
});
