import type { CommentSample, Turn } from '../store/store.ts';

/**
 * The nodes on which people write to an event and that take their turns together: each tells the others what came in on
 * it, and waits for what they tell. Who has told something takes part in the next turns as well. Times in milliseconds.
 */
export type Company = {
  /** Tells the others what came in here, or, where they wait for it, that nothing did. */
  tell(sample: CommentSample | null, turn: Turn): void;
  /** Another node has told what came in there. */
  hear(node: string, sample: CommentSample, turn: Turn): void;
  /** Resolves when everyone has been heard who spoke in the last turn of so many milliseconds, or soon in any case. */
  together(turnMs: number): Promise<void>;
};

/** What part of a turn is waited at most, 40 ms of 250: who is not heard by then is lost, or the way is slow. */
const MOST = 0.16;
/** What part of a turn ago somebody was heard who belongs to this one. */
const RECENT = 0.5;

/** In how many turns one stays without anything to tell: where people write now and then, some of them will in one. */
const STAYS_TURNS = 4;
const NOTHING: CommentSample = { accepted: 0, drawn: [] };
export const isNothing = ({ accepted, drawn }: CommentSample): boolean =>
  accepted === 0 && drawn.length === 0;

type Parts = {
  now: () => number;
  publish(sample: CommentSample, turn: Turn): void;
};

export function createCompany({ now, publish }: Parts): Company {
  /** Turns together with others since there was anything to tell. */
  let silentTurns = Infinity;
  const heardAt = new Map<string, number>();
  let onChange: (() => void) | null = null;

  const isMissing = (since: number): boolean => [...heardAt.values()].some((last) => last < since);

  return {
    tell(sample, turn) {
      if (turn !== 'alone') silentTurns = sample === null ? silentTurns + 1 : 0;
      if (sample !== null) publish(sample, turn);
      else if (turn !== 'alone' && silentTurns < STAYS_TURNS) publish(NOTHING, turn);
      else if (turn !== 'alone' && silentTurns === STAYS_TURNS) publish(NOTHING, 'alone'); // its leave
    },
    hear(node, sample, turn) {
      if (turn !== 'alone') heardAt.set(node, now());
      else if (isNothing(sample)) heardAt.delete(node);
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
