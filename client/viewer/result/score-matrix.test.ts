import { expect, test } from 'vitest';
import type { ScorecardPart } from '#shared/model/tabulation.ts';
import { parseDecimal } from '#shared/rules/scoring/exact.ts';
import { scoreMatrix, struckOf } from './score-matrix.ts';

const trimmed = { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 } as const;
const scores = (...given: (string | null)[]) => given.map((one) => (one === null ? null : parseDecimal(one)));

test('SC-7 of 9.9, 9.9, 9.5, 9.0, 8.0 one 9.9 and the 8.0 go', () => {
  expect(struckOf(trimmed, scores('9.9', '9.9', '9.5', '9.0', '8.0'))).toEqual([
    'high',
    null,
    null,
    null,
    'low',
  ]);
});

test('SC-7 all equal: still exactly one at each end', () => {
  expect(struckOf(trimmed, scores('9', '9', '9', '9', '9'))).toEqual(['high', null, null, null, 'low']);
});

test('SC-8 too few, or another rule: nobody is struck through', () => {
  expect(struckOf(trimmed, scores('9', '8', null, '7', '6'))).not.toContain('high');
  expect(struckOf({ rule: 'mean' }, scores('9', '8'))).toEqual([null, null]);
});

test('SC-2 a score is the weighted sum of its values; a recusal is no score', () => {
  const criterion = (id: string, weight: string) => ({ id, weight, min: '0', max: '10', step: '0.5' });
  const part = {
    id: 'judges',
    criteria: [criterion('a', '1'), criterion('b', '0.5')],
    aggregate: { rule: 'mean' },
    scorecards: [{ judge: 'j1', entry: 'e1', values: { a: '9.5', b: '9' } }],
    recused: [{ judge: 'j2', entry: 'e1' }],
  } as ScorecardPart;
  const row = scoreMatrix(part, ['e1'], ['j1', 'j2']).get('e1');
  expect(row?.get('j1')).toEqual({ score: parseDecimal('14'), isRecused: false, struck: null });
  expect(row?.get('j2')).toEqual({ score: null, isRecused: true, struck: null });
});
