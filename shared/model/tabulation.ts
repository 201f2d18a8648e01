import { z } from 'zod';

/**
 * The tabulation file: the whole of a result's input, as `xinli tabulate` reads it and every certificate holds it.
 * Here is its shape; whether its parts fit together (ids, ranges, weights) is the scoring rules' `check`.
 * Messages finish the sentence that begins with the place: `judges/j1/a/content "9,5" is not a decimal …`.
 */
const what = (wanted: string) => ({
  error: ({ code, input, keys }: { code?: string; input?: unknown; keys?: string[] }) => {
    if (code === 'unrecognized_keys') return `does not know ${keys?.map(quoted).join(', ')}`;
    return input === undefined ? `is missing (${wanted})` : `${quoted(input)} is not ${wanted}`;
  },
});

function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const list = <Item extends z.ZodType>(item: Item) => z.array(item, what('a list'));
const whole = (least: number, most: number) => {
  const wanted = what(`a whole number from ${least} to ${most}`);
  return z.int(wanted).min(least, wanted).max(most, wanted);
};
const text = (wanted: string, form: RegExp) => z.string(what(wanted)).regex(form, what(wanted));
const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, what('an object'));

const Id = text('an id of 1–100 characters without spaces around it', /^(?!\s)[^\p{Cc}]{1,100}(?<!\s)$/u);
const DECIMAL = /^-?\d{1,24}(?:\.\d{1,24})?$/;
const Decimal = text('a decimal string such as "9.50"', DECIMAL);
const Reason = text('a reason of up to 500 characters', /^[^]{0,500}$/);

/** Points for the places, best first: whole numbers or decimal strings. */
const Points = list(
  z.custom<number | string>(
    (value) => Number.isSafeInteger(value) || (typeof value === 'string' && DECIMAL.test(value)),
    what('a whole number or a decimal string'),
  ),
);

const Mean = object({ rule: z.literal('mean') });
const Median = object({ rule: z.literal('median') });
const TrimmedMean = object({
  rule: z.literal('trimmedMean'),
  high: whole(0, 1_000),
  low: whole(0, 1_000),
  minJudges: whole(1, 1_000).default(5),
});
const RankPoints = object({ rule: z.literal('rankPoints'), points: Points });
const ZMean = object({ rule: z.literal('zMean') });
const MaxScaled = object({ rule: z.literal('maxScaled') });
const Share = object({ rule: z.literal('share') });

const Criterion = object({
  id: Id,
  weight: Decimal.default('1'),
  min: Decimal,
  max: Decimal,
  step: Decimal,
});

/** One judge's values for one entry, by criterion. */
const Scorecard = object({ judge: Id, entry: Id, values: z.record(z.string(), Decimal, what('an object')) });
const Recused = list(object({ judge: Id, entry: Id })).default([]);

/** `weight`: whole percent under `weighted`, absent under `sum`. */
const part = { id: Id, weight: whole(0, 100).optional() };

/** Says which ways of counting there are when a part names another. */
const rules = {
  error: ({ code, input, options = [] }: { code?: string; input?: unknown; options?: unknown[] }) => {
    const isNamed =
      code === 'invalid_union' && typeof input === 'object' && input !== null && 'rule' in input;
    return isNamed ? `${quoted(input.rule)} is not one of ${options.join(', ')}` : 'is missing (one rule)';
  },
};
const ScorecardPart = object({
  ...part,
  criteria: list(Criterion),
  aggregate: z.discriminatedUnion('rule', [Mean, Median, TrimmedMean, RankPoints, ZMean], rules),
  scorecards: list(Scorecard),
  recused: Recused,
});
const RankingPart = object({
  ...part,
  aggregate: z.discriminatedUnion('rule', [RankPoints], rules),
  rankings: list(object({ judge: Id, order: list(Id) })),
  recused: Recused,
});
const VotePart = object({
  ...part,
  scale: Decimal.optional(),
  aggregate: z.discriminatedUnion('rule', [MaxScaled, Share, RankPoints], rules),
  votes: z.record(z.string(), whole(0, Number.MAX_SAFE_INTEGER), what('an object')),
});
const FigurePart = object({ ...part, figures: z.record(z.string(), Decimal, what('an object')) });

const parts = { scorecards: ScorecardPart, rankings: RankingPart, votes: VotePart, figures: FigurePart };
const KINDS = Object.keys(parts) as (keyof typeof parts)[];

/** What a part holds says which kind it is; only that kind's complaints are of use. */
const Part = z.looseObject({}, what('an object')).transform((given, context) => {
  const held = KINDS.filter((kind) => Object.hasOwn(given, kind));
  const [kind] = held;
  if (kind === undefined || held.length > 1) {
    context.addIssue(`holds ${held.join(' and ') || 'nothing'}: one of ${KINDS.join(', ')} is wanted`);
    return z.NEVER;
  }
  const read = parts[kind].safeParse(given);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

export const Tabulation = object({
  /** Digits after the point in what is shown. */
  decimals: whole(0, 12),
  entries: list(Id),
  parts: list(Part),
  combine: z.enum(['weighted', 'sum'], what('weighted or sum')),
  penalties: list(object({ entry: Id, points: Decimal, reason: Reason.optional() })).default([]),
  disqualified: list(object({ entry: Id, reason: Reason })).default([]),
  tieBreak: list(text('a step', /./)),
  tieBreakJudge: list(Id).default([]),
  headJudge: object({ order: list(Id), reason: Reason.default('') }).default({ order: [], reason: '' }),
});
export type Tabulation = z.output<typeof Tabulation>;
export type ScorecardPart = z.output<typeof ScorecardPart>;
export type RankingPart = z.output<typeof RankingPart>;
export type VotePart = z.output<typeof VotePart>;
export type Part = ScorecardPart | RankingPart | VotePart | z.output<typeof FigurePart>;
