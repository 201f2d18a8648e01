import { REACTION_KINDS } from '#shared/limits.ts';
import type { ReactionCounts } from '#shared/model/gauges.ts';

export type Kind = (typeof REACTION_KINDS)[number];

/** No taps of any kind yet. */
export const emptyReactions = (): ReactionCounts => ({ like: 0, heart: 0, flower: 0, applause: 0, fire: 0 });
