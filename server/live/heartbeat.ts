/** Engine.IO's heartbeat: who does not answer in time is cut. */
export const HEARTBEAT = { pingIntervalMs: 25_000, pingTimeoutMs: 20_000 };

type Beating = { turn: number; ping(): void; cutIfSilent(): void };

/** One timer for all connections of this process: each belongs to one of its turns, by chance, so that a storm does not ping in step for ever after. */
export type Heartbeat = {
  add(one: Beating): void;
  remove(one: Beating): void;
  stop(): void;
};

export const TURN_MS = 1000;
const TURNS = HEARTBEAT.pingIntervalMs / TURN_MS;
const LATE = HEARTBEAT.pingTimeoutMs / TURN_MS;

/** `alsoEachTurn`: what else is looked at as often; it is told how many there have been. */
export function startHeartbeat(alsoEachTurn: (turn: number) => void, random = Math.random): Heartbeat {
  const turns = Array.from({ length: TURNS }, () => new Set<Beating>());
  const of = (turn: number): Set<Beating> => turns[turn % TURNS] as Set<Beating>;
  let now = 0;
  const timer = setInterval(() => {
    now += 1;
    for (const one of of(now + TURNS - LATE)) one.cutIfSilent();
    for (const one of of(now)) one.ping();
    alsoEachTurn(now);
  }, TURN_MS);
  timer.unref();
  return {
    add(one) {
      one.turn = Math.floor(random() * TURNS);
      of(one.turn).add(one);
    },
    remove: (one) => void of(one.turn).delete(one),
    stop: () => clearInterval(timer),
  };
}
