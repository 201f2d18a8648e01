import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { ContestantId } from './ids.ts';

const count = z.int().nonnegative();
const Votes = z.record(ContestantId, count);
export type Votes = z.output<typeof Votes>;

/** What is done with ballots that are not clean. */
export const Ruled = z.enum(['count', 'reject']);

/** A second person's ruling on the ballots in quarantine, with the reason. */
export const VoteRuling = z.object({
  suspect: Ruled,
  unknown: Ruled,
  reason: z.string().max(LIMITS.reasonLength),
});
export type VoteRuling = z.output<typeof VoteRuling>;

/**
 * Ballots by what is known of them, once each. `clean`: nothing speaks against it. `suspect`: one of many from one place
 * by identities only just made. `unknown`: nobody could tell. Both stand in quarantine until somebody rules on them.
 */
export const BallotClasses = z.object({ clean: count, suspect: count, unknown: count });
export type BallotClasses = z.output<typeof BallotClasses>;

/** One electorate's votes: `group` is a district, or null where all voters are one. `counted` is what the result has. */
export const VoteSet = z.object({
  group: z.string().nullable(),
  raw: Votes,
  suspect: Votes,
  unknown: Votes,
  counted: Votes,
});
export type VoteSet = z.output<typeof VoteSet>;

/** What the ballots of a round came to (SC-11, SC-12): raw and counted, and why they differ. */
export const VoteCount = z.object({
  ballots: BallotClasses,
  rejected: count,
  ruling: VoteRuling.nullable(),
  sets: z.array(VoteSet),
});
export type VoteCount = z.output<typeof VoteCount>;
