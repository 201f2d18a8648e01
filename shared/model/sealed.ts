import type { ContestantId, JudgeId, RoundId } from './ids.ts';
import type { Card } from './scorecard.ts';
import type { VoteCount } from './vote-count.ts';

/** A pairing code, kept as its hash; `device` is the hash of the device that used it. */
export type Invitation = {
  codeHash: string;
  expiresAt: number;
  device: string | null;
  actorId: string | null;
};

/** What the server knows of a round and no audience may hear. */
export type SealedRound = {
  cards: Readonly<Record<ContestantId, Readonly<Record<JudgeId, Card>>>>;
  /** How long each entry took, in milliseconds (SC-9). */
  times: Readonly<Record<ContestantId, number>>;
  /** The ballots as counted when the round was sealed (SC-11). */
  votes: VoteCount | null;
  /** SC-14: the tie-break judge's order, and the head judge's decision. */
  tieBreakOrder: readonly ContestantId[];
  decision: { order: readonly ContestantId[]; reason: string };
  /** The names judges go by where pseudonyms were chosen. */
  pseudonyms: Readonly<Record<JudgeId, string>>;
};

/** The second fold of the log, next to the event's state; it never leaves the server. */
export type SealedState = {
  rounds: Readonly<Record<RoundId, SealedRound>>;
  invitations: Readonly<Record<JudgeId, readonly Invitation[]>>;
};
