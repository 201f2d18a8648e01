import type { CommandName } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';

/** What the crowd itself knows of the evening: to be laid beside what the server counted. */
export type Count = {
  readonly here: number;
  readonly refusedAtTheDoor: number;
  readonly lost: number;
  /** Accepted, by command. */
  accepted(name: CommandName): number;
  /** Refused, by code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Milliseconds that nine, ninety-five, ninety-nine of a hundred answers came within; 0 before the first. */
  within(share: number): number;
  joined(): void;
  left(): void;
  turnedAway(): void;
  timed<T>(name: CommandName, ask: () => Promise<Ack<T>>): Promise<Ack<T> | null>;
};

/** The last answers are what a percentile is taken of. */
const KEPT = 5_000;

export function createCount(): Count {
  const accepted = new Map<CommandName, number>();
  const refusals = new Map<string, number>();
  const took: number[] = [];
  let [here, turnedAway, lost, next] = [0, 0, 0, 0];
  return {
    get here() {
      return here;
    },
    get refusedAtTheDoor() {
      return turnedAway;
    },
    get lost() {
      return lost;
    },
    accepted: (name) => accepted.get(name) ?? 0,
    refusals,
    within(share) {
      const sorted = took.toSorted((a, b) => a - b);
      return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    },
    joined: () => void (here += 1),
    left: () => void (here -= 1),
    turnedAway: () => void (turnedAway += 1),
    async timed(name, ask) {
      const startedAt = performance.now();
      try {
        const ack = await ask();
        took[next++ % KEPT] = performance.now() - startedAt;
        if (ack.ok) accepted.set(name, (accepted.get(name) ?? 0) + 1);
        else refusals.set(ack.error.code, (refusals.get(ack.error.code) ?? 0) + 1);
        return ack;
      } catch {
        lost += 1; // the line went down before the answer: it may have counted or not
        return null;
      }
    },
  };
}
