import type { ReactionCounts } from '#shared/model/gauges.ts';

/** No taps of any kind yet. */
export const emptyReactions = (): ReactionCounts => ({ like: 0, heart: 0, flower: 0, applause: 0, fire: 0 });
