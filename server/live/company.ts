/**
 * The other nodes on which people write to an event and that take their turns with this one: those that were heard in
 * this turn, and those that are still to be. Times in milliseconds.
 */
export type Company = {
  /** What another node took in has been heard, if anything. */
  hear(node: string): void;
  /** It will say nothing in the next turns. */
  leave(node: string): void;
  /** Resolves when everyone has been heard who spoke in the last turn of so many milliseconds, or soon in any case. */
  together(turnMs: number): Promise<void>;
};

/** What part of a turn is waited at most, 40 ms of 250: who is not heard by then is lost, or the way is slow. */
const MOST = 0.16;
/** What part of a turn ago somebody was heard who belongs to this one. */
const RECENT = 0.5;

export function createCompany(now: () => number): Company {
  const heardAt = new Map<string, number>();
  let onChange: (() => void) | null = null;

  const isMissing = (since: number): boolean => [...heardAt.values()].some((last) => last < since);

  return {
    hear(node) {
      heardAt.set(node, now());
      onChange?.();
    },
    leave(node) {
      heardAt.delete(node);
      onChange?.();
    },
    async together(turnMs) {
      const at = now();
      for (const [node, last] of heardAt) if (last < at - turnMs * (1 + RECENT)) heardAt.delete(node);
      const since = at - turnMs * RECENT;
      if (!isMissing(since)) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, turnMs * MOST);
        onChange = () => {
          if (isMissing(since)) return;
          clearTimeout(timer);
          resolve();
        };
      });
      onChange = null;
    },
  };
}
