/** Time comes in through the context, so that tests may hold it. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };
