import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { CriterionId, RoundId } from './ids.ts';

/** A figure in thousandths of a point: 9.5 is 9,500. No figure of a contest is a float (SC-1). */
export const Thousandths = z.int().min(-LIMITS.thousandths).max(LIMITS.thousandths);
const positive = z.int().min(1).max(LIMITS.thousandths);
const natural = z.int().min(0).max(LIMITS.thousandths);
const percent = z.int().min(0).max(100);
const seconds = z.int().min(0).max(86_400);

/** A name in both languages; either may be empty, not both. */
export const Bilingual = z
  .strictObject({
    zh: z.string().trim().max(LIMITS.personName).default(''),
    en: z.string().trim().max(LIMITS.personName).default(''),
  })
  .refine(({ zh, en }) => zh !== '' || en !== '', 'zh or en');
export type Bilingual = z.output<typeof Bilingual>;

/** SC-1: a value lies in [min, max], on a step from min. All in thousandths; `weight` 1,000 counts once. */
export const Criterion = z.strictObject({
  id: CriterionId,
  name: Bilingual,
  min: Thousandths,
  max: Thousandths,
  step: positive,
  weight: natural.default(1_000),
});
export type Criterion = z.output<typeof Criterion>;

const Points = z.array(natural).min(1).max(LIMITS.contestants);
const rankPoints = z.strictObject({ rule: z.literal('rankPoints'), points: Points });

/** SC-6: from many judges to one figure. `points` are whole points, best place first. */
export const JudgesAggregate = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('mean') }),
  z.strictObject({ rule: z.literal('median') }),
  z.strictObject({
    rule: z.literal('trimmedMean'),
    high: z.int().min(0).max(3),
    low: z.int().min(0).max(3),
    minJudges: z.int().min(1).max(LIMITS.judges).default(5),
  }),
  rankPoints,
  z.strictObject({ rule: z.literal('zMean') }),
]);

/** SC-11: from votes to points; `scale`, in thousandths, is full marks. */
export const AudienceAggregate = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('maxScaled'), scale: positive }),
  z.strictObject({ rule: z.literal('share'), scale: positive }),
  rankPoints,
]);

/** One step of SC-9: from so many seconds beyond the limit on, so much is taken off; null is the place itself. */
const TimeStep = z.strictObject({ fromSeconds: seconds, points: natural.nullable() });

/** SC-9. Nothing is taken off up to `graceSeconds` beyond a limit; then the last step reached counts, at most `cap`. */
export const TimeRule = z.strictObject({
  minSeconds: seconds.nullable().default(null),
  maxSeconds: seconds.nullable().default(null),
  graceSeconds: seconds.default(0),
  over: z.array(TimeStep).max(10).default([]),
  under: z.array(TimeStep).max(10).default([]),
  cap: natural.nullable().default(null),
});
export type TimeRule = z.output<typeof TimeRule>;

/**
 * SC-15. `by: 'rank'`: the awards share the places out from the top, so many each; null is everyone else with a rank.
 * `by: 'audience'`: the same over the votes, for itself.
 */
export const Award = z.strictObject({
  name: Bilingual,
  by: z.enum(['rank', 'audience']).default('rank'),
  places: z.int().min(1).max(LIMITS.contestants).nullable().default(null),
});
export type Award = z.output<typeof Award>;

/** A rule set is data (SC-18); weights are whole percent, and only where parts are `weighted` (SC-11, SC-12). */
export const RuleSet = z.strictObject({
  /** Digits shown after the point. */
  decimals: z.int().min(0).max(6).default(3),
  combine: z.enum(['weighted', 'sum']).default('weighted'),
  /** Null where the audience alone decides. */
  judges: z.strictObject({ weight: percent.default(100), aggregate: JudgesAggregate }).nullable(),
  audience: z
    .strictObject({ weight: percent.default(0), aggregate: AudienceAggregate })
    .nullable()
    .default(null),
  /** SC-13: an earlier round's published figures. */
  carry: z
    .strictObject({ roundId: RoundId, weight: percent.default(0) })
    .nullable()
    .default(null),
  /** Limits on a card's sum, apart from those on its parts (SC-2). */
  total: z.strictObject({ min: Thousandths, max: Thousandths }).nullable().default(null),
  /** SC-3: whether signing locks, or a second person confirms first. */
  confirm: z.enum(['auto', 'scrutineer']).default('auto'),
  /** SC-10: how many entries' scores are held and shown together; 0 is off. */
  calibration: z.int().min(0).max(10).default(0),
  time: TimeRule.nullable().default(null),
  /** SC-14, for instance `criterion:content`. */
  tieBreak: z
    .array(z.string().max(60))
    .max(12)
    .default(['exact', 'headToHead', 'audience', 'tieBreakJudge', 'headJudge', 'shared']),
  awards: z.array(Award).max(LIMITS.awards).default([]),
  /** What a tie at a cut line does: `extend` gives all of them the better award, `break` waits for a decision. */
  awardTies: z.enum(['extend', 'break']).default('extend'),
});
export type RuleSet = z.output<typeof RuleSet>;
