/**
 * The other nodes on which people write to an event: those that were heard in this turn, and those that are still to be.
 * Times in milliseconds.
 */
export type Company = {
  /** What another node took in has been heard. */
  hear(node: string): void;
  /** Resolves when everyone has been heard that spoke in the last turn of so many milliseconds, or soon in any case. */
  together(turnMs: number): Promise<void>;
};

/** Who has said nothing by then is not waited for: nobody spoke there, or the way is slow. */
const MOST_MS = 40;
/** What part of a turn ago somebody was heard who belongs to this one. */
export const SOON = 0.5;

export function createCompany(now: () => number): Company {
  const heardAt = new Map<string, number>();
  let onHeard: (() => void) | null = null;

  function missing(turnMs: number): boolean {
    const at = now();
    for (const [node, last] of heardAt) if (last < at - turnMs * (1 + SOON)) heardAt.delete(node);
    return [...heardAt.values()].some((last) => last < at - turnMs * SOON);
  }

  return {
    hear(node) {
      heardAt.set(node, now());
      onHeard?.();
    },
    async together(turnMs) {
      if (!missing(turnMs)) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, MOST_MS);
        onHeard = () => {
          if (missing(turnMs)) return;
          clearTimeout(timer);
          resolve();
        };
      });
      onHeard = null;
    },
  };
}
