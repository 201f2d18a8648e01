import { readTabulation } from './read-tabulation.ts';
import { tabulate, type Result } from './tabulate.ts';

type Members = Record<string, unknown>;

/** The example of the tabulation file, whole. */
export const example = {
  decimals: 3,
  entries: ['a', 'b', 'c'],
  parts: [
    {
      id: 'judges',
      weight: 60,
      criteria: [{ id: 'content', weight: '1', min: '0', max: '10', step: '0.01' }],
      aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 },
      scorecards: [
        { judge: 'j1', entry: 'a', values: { content: '9.50' } },
        { judge: 'j1', entry: 'b', values: { content: '9.00' } },
      ],
      recused: [{ judge: 'j2', entry: 'b' }],
    },
    {
      id: 'audience',
      weight: 40,
      scale: '10',
      aggregate: { rule: 'maxScaled' },
      votes: { a: 3000, b: 6000 },
    },
  ],
  combine: 'weighted',
  penalties: [{ entry: 'a', points: '0.5' }],
  disqualified: [{ entry: 'c', reason: '冒名顶替' }],
  tieBreak: ['exact', 'criterion:content', 'headToHead', 'audience', 'tieBreakJudge', 'headJudge', 'shared'],
  tieBreakJudge: [],
  headJudge: { order: [], reason: '' },
};

/** A part of scorecards with one criterion, `content`: what each judge, j1, j2 …, gave; null where there is no card. */
export const judged = (
  scores: Record<string, readonly (string | null)[]>,
  aggregate: Members = { rule: 'mean' },
  more: Members = {},
): Members => ({
  id: 'judges',
  criteria: [{ id: 'content', min: '0', max: '10', step: '0.01' }],
  aggregate,
  scorecards: Object.entries(scores).flatMap(([entry, given]) =>
    given.flatMap((content, index) =>
      content === null ? [] : [{ judge: `j${index + 1}`, entry, values: { content } }],
    ),
  ),
  ...more,
});

/** A part of votes. */
export const voted = (votes: Record<string, number>, aggregate: Members, more: Members = {}): Members => ({
  id: 'audience',
  ...(aggregate['rule'] !== 'rankPoints' && { scale: '10' }),
  aggregate,
  votes,
  ...more,
});

/** A round that adds up its parts, without penalties or tie-breaks unless told. */
export const round = (
  entries: readonly string[],
  parts: readonly Members[],
  more: Members = {},
): Members => ({
  decimals: 3,
  entries,
  parts,
  combine: 'sum',
  tieBreak: ['exact', 'shared'],
  ...more,
});

/** The results of a file as JSON, the way a command or a certificate has it. */
export const resultsOf = (file: unknown): Result[] => tabulate(readTabulation(JSON.stringify(file))).results;

/** The results by entry. */
export const outcome = (file: unknown): Record<string, Result> =>
  Object.fromEntries(resultsOf(file).map((result) => [result.entry, result]));

/** `entry rank`, in the order of the results. */
export const standing = (file: unknown): string[] =>
  resultsOf(file).map(({ entry, rank }) => `${entry} ${rank ?? '–'}`);
