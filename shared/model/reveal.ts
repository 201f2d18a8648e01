import { z } from 'zod';
import { ContestantId } from './ids.ts';
import { Bilingual } from './ruleset.ts';

const decimal = z.string().max(60);
const place = z.int().positive();
const entry = { entryId: ContestantId };
/** A judge as the hall may know them: the id, or the pseudonym drawn for the round. */
const judge = z.string().max(40);

/**
 * SC-17: one step of the script. Those about one entry may be shown while the round is open; `place`, `audience`,
 * `board` and `awards` need the sealed round.
 */
export const RevealStep = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('entry'), ...entry }),
  z.strictObject({ show: z.literal('judge'), ...entry, nth: place }),
  z.strictObject({ show: z.literal('strike'), ...entry }),
  z.strictObject({ show: z.literal('figure'), ...entry }),
  z.strictObject({ show: z.literal('place'), rank: place }),
  z.strictObject({ show: z.literal('audience') }),
  z.strictObject({ show: z.literal('board') }),
  z.strictObject({ show: z.literal('awards') }),
]);
export type RevealStep = z.output<typeof RevealStep>;

/** What an award was given to. */
export const Awarded = z.object({ name: Bilingual, entries: z.array(ContestantId) });
export type Awarded = z.output<typeof Awarded>;

const Line = z.object({ entryId: ContestantId, rank: place.nullable(), figure: decimal.nullable() });

/** What a step published: exactly this and no more. `corrected`: an amendment made it untrue since. */
export const Shown = z.discriminatedUnion('show', [
  z.object({ show: z.literal('entry'), ...entry }),
  z.object({
    show: z.literal('judge'),
    ...entry,
    judge,
    /** Σ weight·value; null is a recusal, an abstention or an absence. */
    score: decimal.nullable(),
    corrected: z.literal(true).optional(),
  }),
  z.object({
    show: z.literal('strike'),
    ...entry,
    high: z.array(judge),
    low: z.array(judge),
    corrected: z.literal(true).optional(),
  }),
  z.object({
    show: z.literal('figure'),
    ...entry,
    /** What the judges make of it, less the penalty. */
    judges: decimal.nullable(),
    penalty: decimal.nullable(),
    figure: decimal.nullable(),
    corrected: z.literal(true).optional(),
  }),
  z.object({ show: z.literal('place'), rank: place, entries: z.array(Line) }),
  z.object({
    show: z.literal('audience'),
    /** Ballots that were cast, and how many of them do not count. */
    ballots: z.object({ cast: z.int().nonnegative(), rejected: z.int().nonnegative() }),
    entries: z.array(z.object({ entryId: ContestantId, votes: z.int().nonnegative(), points: decimal })),
  }),
  z.object({ show: z.literal('board'), entries: z.array(Line) }),
  z.object({ show: z.literal('awards'), awards: z.array(Awarded) }),
]);
export type Shown = z.output<typeof Shown>;
