import { describe, expect, it } from 'vitest';
import { presets } from '#shared/rules/contest/presets.ts';
import { checkCard, valueProblem, versionIn } from './proxy.ts';

const { criteria } = presets.mean100;
const full = { content: 38_000, delivery: 27_500, presence: 18_000, effect: 9_500 };

describe('a card from paper', () => {
  it('SC-1: a value lies in its range, on a step', () => {
    const [content] = criteria as [(typeof criteria)[0]];
    expect(valueProblem(content, 40_500)).toBe('range');
    expect(valueProblem(content, 38_250)).toBe('step');
    expect(valueProblem(content, 38_500)).toBeNull();
  });

  it('SC-2: is sent when it is complete, and shows its sum', () => {
    expect(checkCard(criteria, null, full)).toEqual({ values: full, score: '93', isOutOfTotal: false });
    expect(checkCard(criteria, null, { ...full, effect: null }).values).toBeNull();
  });

  it('SC-2: keeps to the limits of the sum', () => {
    const checked = checkCard(criteria, { min: 0, max: 90_000 }, full);
    expect(checked).toEqual({ values: null, score: '93', isOutOfTotal: true });
  });

  it('finds the present version in a refusal', () => {
    expect(versionIn({ details: { progress: { version: 4 } } })).toBe(4);
    expect(versionIn({ details: { card: null } })).toBeNull();
    expect(versionIn({})).toBeNull();
  });
});
