import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { ActorId, ContestantId, CriterionId, Instant, JudgeId, RoundId } from './ids.ts';
import { Thousandths } from './ruleset.ts';

/** A judge's values by criterion, in thousandths. */
export const Values = z.record(CriterionId, Thousandths);
export type Values = z.output<typeof Values>;

/** One judge, one entry, one round. */
export const CardKey = z.strictObject({ roundId: RoundId, entryId: ContestantId, judgeId: JudgeId });
export type CardKey = z.output<typeof CardKey>;

/**
 * SC-3, SC-4. `draft`: being filled in. `signed`: waits for a second person. `locked`: it counts.
 * `recused` and `abstained`: no score, and why differs. `absent`: the desk goes on without it, with a reason.
 */
export const CardStatus = z.enum(['draft', 'signed', 'locked', 'recused', 'abstained', 'absent']);
export type CardStatus = z.output<typeof CardStatus>;

/** What the jury and the desk may know of a card before the reveal: everything but its values (SC-5). */
export const Progress = z.object({
  status: CardStatus,
  version: z.int().positive(),
  /** Entered for a judge on paper. */
  proxy: z.boolean(),
  /** An amendment waits for a second person. */
  amending: z.boolean(),
});
export type Progress = z.output<typeof Progress>;

/** What happened to a card; every one is a version, and nothing is overwritten (SC-3). */
export const CardStep = z.enum([
  'saved',
  'signed',
  'confirmed',
  'rejected',
  'amendmentAsked',
  'amended',
  'amendmentRefused',
  'recused',
  'abstained',
  'waived',
]);
export type CardStep = z.output<typeof CardStep>;

export const CardVersion = z.object({
  version: z.int().positive(),
  step: CardStep,
  /** The values of this version, where it has any. */
  values: Values.nullable(),
  /** The status from here on. */
  status: CardStatus,
  proxy: z.boolean(),
  /** Who: the actor, and the person behind it, who is the same on all of their devices. */
  by: ActorId,
  person: z.string().max(60),
  reason: z.string().max(LIMITS.reasonLength),
  at: Instant,
});
export type CardVersion = z.output<typeof CardVersion>;

/** A card as its own judge sees it. */
export const OwnCard = CardKey.extend({
  version: z.int().positive(),
  status: CardStatus,
  values: Values,
  proxy: z.boolean(),
  /** Why it was sent back, when it was. */
  reason: z.string(),
});
export type OwnCard = z.output<typeof OwnCard>;

/** A card as the server alone knows it. Autosaves are in the log and not in `history`. */
export const Card = CardKey.extend({
  version: z.int().positive(),
  status: CardStatus,
  values: Values,
  proxy: z.boolean(),
  /** Who entered the values in force; the confirmer is somebody else (SC-3). */
  enteredBy: z.string(),
  reason: z.string(),
  amendment: CardVersion.nullable(),
  history: z.array(CardVersion),
});
export type Card = z.output<typeof Card>;
