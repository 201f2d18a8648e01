import { fc } from '@fast-check/vitest';
import { Tabulation } from '../../model/tabulation.ts';

const ENTRIES = ['a', 'b', 'c', 'd', 'e'];
const JUDGES = ['j1', 'j2', 'j3', 'j4', 'j5', 'j6'];

/** Coarse on purpose: ties and their breaking are what most rounds of a test should be about. */
const score = fc.constantFrom('7', '7.5', '8', '8.5', '9');
const points = fc.constantFrom([3, 2, 1], ['12', '10', '7.5', '1'], [5, 5, 0]);

const judgesRule = fc.oneof(
  fc.constant({ rule: 'mean' }),
  fc.constant({ rule: 'median' }),
  fc
    .constantFrom({ high: 1, low: 1, minJudges: 3 }, { high: 2, low: 0 }, { high: 0, low: 1 })
    .map((trim) => ({ rule: 'trimmedMean', ...trim })),
  points.map((list) => ({ rule: 'rankPoints', points: list })),
);

/** A part of scorecards; each pair of judge and entry has a card more often than not. */
const judgesPart = (id: string, rule: fc.Arbitrary<object>) =>
  fc
    .record({
      rule,
      weights: fc.tuple(fc.constantFrom('1', '2'), fc.constantFrom('1', '0.5', '0')),
      cards: fc.array(fc.option(fc.tuple(score, score), { freq: 4 }), {
        minLength: ENTRIES.length * JUDGES.length,
        maxLength: ENTRIES.length * JUDGES.length,
      }),
    })
    .map(({ rule: aggregate, weights, cards }) => ({
      id,
      aggregate,
      criteria: weights.map((weight, index) => ({
        id: `${id}${index}`,
        weight,
        min: '0',
        max: '10',
        step: '0.5',
      })),
      scorecards: cards.flatMap((values, index) => {
        const [judge, entry] = [JUDGES[Math.floor(index / ENTRIES.length)], ENTRIES[index % ENTRIES.length]];
        return values ? [{ judge, entry, values: { [`${id}0`]: values[0], [`${id}1`]: values[1] } }] : [];
      }),
    }));

const votesPart = (id: string) =>
  fc
    .record({
      id: fc.constant(id),
      votes: fc.dictionary(fc.constantFrom(...ENTRIES), fc.nat(3)),
      of: fc.oneof(
        fc.constantFrom('maxScaled', 'share').map((rule) => ({ aggregate: { rule }, scale: '10' })),
        points.map((list) => ({ aggregate: { rule: 'rankPoints', points: list } })),
      ),
    })
    .map(({ of, ...part }) => ({ ...part, ...of }));

const rankingsPart = fc.record({
  id: fc.constant('jury'),
  aggregate: points.map((list) => ({ rule: 'rankPoints', points: list })),
  rankings: fc
    .array(fc.shuffledSubarray(ENTRIES), { maxLength: 4 })
    .map((orders) => orders.map((order, index) => ({ judge: `r${index}`, order }))),
});

const figuresPart = fc.record({
  id: fc.constant('earlier'),
  figures: fc.constantFrom<object>(
    { a: '9', b: '9', c: '8.5', d: '9', e: '0' },
    { a: '-1', b: '9', c: '9', d: '9' },
  ),
});

const parts = fc.oneof(
  { weight: 1, arbitrary: judgesPart('z', fc.constant({ rule: 'zMean' })).map((part) => [part]) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        judgesPart('p', judgesRule),
        fc.option(judgesPart('q', judgesRule), { freq: 1 }),
        votesPart('v'),
        fc.option(votesPart('w'), { freq: 1 }),
        fc.option(rankingsPart, { freq: 1 }),
        fc.option(figuresPart, { freq: 1 }),
      )
      .chain((all) =>
        fc.subarray(
          all.filter((part) => part !== null),
          { minLength: 1 },
        ),
      ),
  },
);

/** Whole percents that sum to 100, multiples of ten so that ties happen. */
const weightsFor = (count: number) =>
  fc.array(fc.nat(10), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const marks = [0, ...cuts.toSorted((a, b) => a - b), 10];
    return marks.slice(1).map((mark, index) => (mark - (marks[index] ?? 0)) * 10);
  });

const entrySet = fc.shuffledSubarray(ENTRIES);

/** Any small round, as a file would have it. */
export const anyRound: fc.Arbitrary<Tabulation> = parts
  .chain((chosen) => {
    const criteria = chosen.flatMap((part) =>
      'criteria' in part ? part.criteria.map(({ id }) => `criterion:${id}`) : [],
    );
    return fc.record({
      decimals: fc.nat(6),
      entries: fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length }),
      combined: fc.oneof(
        fc.constant({ combine: 'sum', parts: chosen }),
        weightsFor(chosen.length).map((weights) => ({
          combine: 'weighted',
          parts: chosen.map((part, index) => ({ ...part, weight: weights[index] })),
        })),
      ),
      penalties: fc.array(
        fc.record({ entry: fc.constantFrom(...ENTRIES), points: fc.constantFrom('0.5', '1', '0') }),
        { maxLength: 3 },
      ),
      disqualified: fc
        .subarray(ENTRIES, { maxLength: 2 })
        .map((out) => out.map((entry) => ({ entry, reason: 'r' }))),
      tieBreak: fc
        .shuffledSubarray([
          'exact',
          ...criteria,
          'headToHead',
          'headToHead',
          'audience',
          'tieBreakJudge',
          'headJudge',
        ])
        .map((steps) => [...steps, 'shared']),
      tieBreakJudge: entrySet,
      headJudge: entrySet.map((order) => ({ order, reason: 'r' })),
    });
  })
  .map(({ combined, ...file }) => Tabulation.parse({ ...file, ...combined }));
