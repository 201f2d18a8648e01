import { describe, expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { Tabulation, type Part } from '../../model/tabulation.ts';
import { anyRound } from './arbitrary-round.ts';
import { add, exact as exactly, parseDecimal, toExact, toFixed } from './exact.ts';
import { judged, round, voted } from './sample-rounds.ts';
import { isEqual, slowly } from './slow-model.ts';
import { tabulate, type Result } from './tabulate.ts';

/** What must not depend on any order; `explain` and the order of equal ranks follow the file. */
const decided = (file: Tabulation) =>
  new Map(
    tabulate(file).results.map(({ entry, rank, figure, exact, parts }) => [
      entry,
      { rank, figure, exact, parts },
    ]),
  );
const ranksOf = (results: readonly Result[]): number[] =>
  results.flatMap(({ rank }) => (rank === null ? [] : [rank]));
const fraction = (text: string) => {
  const [n = '', d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)] as const;
};

describe('any round', () => {
  test.prop([anyRound], { numRuns: 500 })(
    'SC-6 … SC-16: a slow model straight from the rules agrees',
    (file) => {
      const wanted = slowly(file);
      for (const { entry, rank, exact } of tabulate(file).results) {
        const { figure = null, rank: slowRank } = wanted.get(entry) ?? {};
        const isAgreed =
          exact === null || figure === null ? exact === figure : isEqual(fraction(exact), figure);
        expect({ entry, rank, exact, isAgreed }).toEqual({ entry, rank: slowRank, exact, isAgreed: true });
      }
    },
  );

  test.prop([anyRound, fc.gen()])(
    'SC-6, SC-14: the order of judges, entries and parts never matters',
    (file, gen) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        gen<Item[], [Item[], { minLength: number }]>(fc.shuffledSubarray, [...items], {
          minLength: items.length,
        });
      const shuffledPart = (part: Part): Part => {
        if ('scorecards' in part) return { ...part, scorecards: shuffled(part.scorecards) };
        if ('rankings' in part) return { ...part, rankings: shuffled(part.rankings) };
        if ('votes' in part)
          return { ...part, votes: Object.fromEntries(shuffled(Object.entries(part.votes))) };
        return part;
      };
      const other = {
        ...file,
        entries: shuffled(file.entries),
        parts: shuffled(file.parts.map(shuffledPart)),
      };
      expect(decided(other)).toEqual(decided(file));
    },
  );

  test.prop([anyRound])('SC-15: ranks are a competition ranking, in the order of the results', (file) => {
    const { results } = tabulate(file);
    const ranks = ranksOf(results);
    for (const [index, rank] of ranks.entries()) {
      expect(rank).toBe(ranks.indexOf(rank) + 1);
      expect(rank).toBeLessThanOrEqual(index + 1);
    }
    const unranked = results.slice(ranks.length).map(({ rank, figure, exact }) => ({ rank, figure, exact }));
    expect(unranked).toEqual(unranked.map(() => ({ rank: null, figure: null, exact: null })));
    expect(results.map(({ entry }) => entry).toSorted()).toEqual(file.entries.toSorted());
  });

  test.prop([anyRound])(
    'SC-15, SC-16: equal ranks and those without one stand in the order of entries',
    (file) => {
      const out = new Set(file.disqualified.map(({ entry }) => entry));
      const groups = Map.groupBy(
        tabulate(file).results,
        ({ entry, rank }) => rank ?? (out.has(entry) ? 'out' : 'without a figure'),
      );
      for (const group of groups.values()) {
        const places = group.map(({ entry }) => file.entries.indexOf(entry));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
      const unranked = [...groups.keys()].filter((key) => typeof key === 'string');
      expect(unranked.join()).toMatch(/^(?:without a figure)?,?(?:out)?$/);
    },
  );

  test.prop([anyRound])('SC-14: a figure is its exact value, rounded to the decimals of the file', (file) => {
    for (const { figure, exact } of tabulate(file).results) {
      const [n, d] = fraction(exact ?? '0');
      expect(figure).toBe(exact === null ? null : toFixed({ n, d }, file.decimals));
    }
  });

  test.prop([anyRound])('SC-18: the same input gives the same result, and is left as it was', (file) => {
    const before = JSON.stringify(file);
    const first = JSON.stringify(tabulate(file));
    expect(JSON.stringify(file)).toBe(before);
    expect(JSON.stringify(tabulate(Tabulation.parse(JSON.parse(before))))).toBe(first);
  });
});

const hundredths = (count: number): string => toFixed(exactly(BigInt(count), 100n), 2);

test.prop([fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }), fc.nat(500)])(
  'SC-6: a constant added to every score shifts a mean by it',
  (scores, constant) => {
    const figureOf = (values: readonly number[]) =>
      tabulate(Tabulation.parse(round(['a'], [judged({ a: values.map(hundredths) })]))).results[0]?.exact ??
      '';
    const [n, d] = fraction(figureOf(scores));
    const shifted = add({ n, d }, parseDecimal(hundredths(constant)));
    expect(figureOf(scores.map((score) => score + constant))).toBe(toExact(shifted));
  },
);

// Without headToHead, which one vote can switch on or off for others by making three who are level into two.
test.prop([
  fc.constantFrom({ rule: 'maxScaled' }, { rule: 'share' }, { rule: 'rankPoints', points: [5, 3, 2] }),
  fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)),
  fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom('7', '8', '9'))),
  fc.integer({ min: 1, max: 5 }),
])('SC-11: more votes never lower an entry’s own rank', (aggregate, [a, b, c, d], scores, more) => {
  const rankWith = (votes: number) => {
    const judges = judged(
      Object.fromEntries(['a', 'b', 'c', 'd'].map((id, index) => [id, [scores[index] ?? '7']])),
    );
    const file = round(['d', 'c', 'b', 'a'], [judges, voted({ a: votes, b, c, d }, aggregate)], {
      tieBreak: ['exact', 'criterion:content', 'audience', 'tieBreakJudge', 'shared'],
      tieBreakJudge: ['b', 'a', 'c'],
    });
    return tabulate(Tabulation.parse(file)).results.find(({ entry }) => entry === 'a')?.rank ?? 0;
  };
  expect(rankWith(a + more)).toBeLessThanOrEqual(rankWith(a));
});
