import { describe, expect, it } from 'vitest';
import type { Round } from '#shared/model/contest.ts';
import { PRESET_NAMES } from '#shared/rules/contest/preset-names.ts';
import { presets } from '#shared/rules/contest/presets.ts';
import {
  audienceRule,
  criterionProblem,
  freshId,
  fullMarks,
  judgesRule,
  ruleProblem,
  tieSteps,
  unready,
  weightSum,
} from './rules.ts';

const { speech, mean100, points } = presets;

describe('a rule set as it is written', () => {
  it.each(PRESET_NAMES)('finds nothing wrong with the preset %s', (name) => {
    expect(ruleProblem(presets[name].rules)).toBeNull();
    expect(presets[name].criteria.map(criterionProblem)).toEqual(presets[name].criteria.map(() => null));
  });

  it('SC-11: weights come to 100, unless parts are added as sets', () => {
    expect(weightSum(speech.rules)).toBe(100);
    expect(weightSum(points.rules)).toBeNull();
    const judges = { ...speech.rules.judges, weight: 70 } as typeof speech.rules.judges;
    expect(ruleProblem({ ...speech.rules, judges })).toBe('weights');
  });

  it('SC-7: more scores are needed than are dropped', () => {
    const aggregate = { rule: 'trimmedMean', high: 2, low: 1, minJudges: 3 } as const;
    expect(ruleProblem({ ...mean100.rules, judges: { weight: 100, aggregate } })).toBe('trim');
  });

  it('SC-9: limits and steps rise', () => {
    const time = { minSeconds: 500, maxSeconds: 480, graceSeconds: 0, over: [], under: [], cap: null };
    expect(ruleProblem({ ...mean100.rules, time })).toBe('timeLimits');
    const step = { fromSeconds: 5, points: 100 };
    expect(ruleProblem({ ...mean100.rules, time: { ...time, minSeconds: null, over: [step, step] } })).toBe(
      'timeSteps',
    );
  });

  it('SC-6: standardised scores stand alone', () => {
    const judges = { weight: 60, aggregate: { rule: 'zMean' } as const };
    expect(ruleProblem({ ...speech.rules, judges })).toBe('zMean');
  });

  it('keeps the settings of a rule that is chosen again, and starts others well', () => {
    const trimmed = { rule: 'trimmedMean', high: 2, low: 2, minJudges: 7 } as const;
    expect(judgesRule('trimmedMean', trimmed)).toBe(trimmed);
    expect(judgesRule('mean', trimmed)).toEqual({ rule: 'mean' });
    expect(audienceRule('share', mean100.criteria)).toEqual({ rule: 'share', scale: 100_000 });
  });

  it('SC-2: full marks are Σ weight · max', () => {
    expect(
      fullMarks([
        { max: 10_000, weight: 500 },
        { max: 20_000, weight: 2_000 },
      ]),
    ).toBe(45_000);
  });
});

describe('criteria', () => {
  const [criterion] = speech.criteria as [(typeof speech.criteria)[0]];

  it('SC-1: a range holds whole steps', () => {
    expect(criterionProblem({ ...criterion, min: 10_000 })).toBe('range');
    expect(criterionProblem({ ...criterion, step: 300 })).toBe('step');
    expect(criterionProblem({ ...criterion, name: { zh: ' ', en: '' } })).toBe('name');
  });

  it('finds an id of its own, and offers itself for ties', () => {
    expect(freshId([{ id: 'c2' }, { id: 'c3' }])).toBe('c4');
    expect(tieSteps([{ id: 'content' }])).toContain('criterion:content');
  });
});

describe('before a round opens', () => {
  const blank = { entries: [], panel: [], ...speech } as unknown as Round;

  it('names what is missing', () => {
    expect(unready(blank, [])).toEqual(['entries', 'panel']);
    expect(unready({ ...blank, criteria: [] }, [])).toContain('criteria');
  });

  it('SC-13: waits for the round whose figures are carried forward', () => {
    const rules = { ...speech.rules, carry: { roundId: 'r1', weight: 0 } } as Round['rules'];
    expect(unready({ ...blank, rules }, [])).toContain('carry');
    expect(unready({ ...blank, rules }, ['r1'])).not.toContain('carry');
  });
});
