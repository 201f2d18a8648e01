import { z } from 'zod';
import { Instant, OptionId, PollId } from './ids.ts';

/** What a poll's ballot box holds: votes per option, and how many people voted. */
export const Tally = z.object({
  counts: z.record(OptionId, z.int().nonnegative()),
  /** Distinct voters: the base of every percentage. */
  ballots: z.int().nonnegative(),
});
export type Tally = z.output<typeof Tally>;

export const PollOption = z.object({ id: OptionId, label: z.string() });
export type PollOption = z.output<typeof PollOption>;

/** draft → open → closed → revealed. With `live` results the bars are public from the first vote. */
export const Poll = z.object({
  id: PollId,
  question: z.string(),
  options: z.array(PollOption),
  /** How many options one ballot may name; 1 is single choice. */
  multiple: z.int().positive(),
  /** Whether a voter may replace the ballot until the poll closes. */
  changeable: z.boolean(),
  results: z.enum(['live', 'hidden']),
  status: z.enum(['draft', 'open', 'closed', 'revealed']),
  closesAfterSeconds: z.int().positive().nullable(),
  closesAt: Instant.nullable(),
  /** Viewers admitted to the poll (unique viewers of the event when it closed): the base of the turnout. */
  entitled: z.int().nonnegative().nullable(),
  /** The final tally, there once it is revealed. */
  tally: Tally.nullable(),
});
export type Poll = z.output<typeof Poll>;

/** A voter's own ballot. `repeat`: this very ballot was already in the box. */
export const Ballot = z.object({ pollId: PollId, optionIds: z.array(OptionId), repeat: z.boolean() });
export type Ballot = z.output<typeof Ballot>;
