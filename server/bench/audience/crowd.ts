import { type Connection, connect, type Target } from './connection.ts';
import { type Line, lineOf } from './lines.ts';
import { after, atSnapshot, nowhere } from './places.ts';
import { createTally, type Heard } from './tally.ts';

/** A part of the audience, in a process of its own, told by `audience.ts` what to do. */
export type Orders = {
  join: (order: { target: Target; count: number; perSecond: number; from: number }) => Promise<Joined>;
  /** `speakers`: how many of the viewers take turns. */
  talk: (order: { line: Line; perSecond: number; speakers: number }) => Promise<void>;
  hush: () => Promise<void>;
  clear: () => Promise<void>;
  report: () => Promise<Report>;
  /** The last `count` viewers read no more than this from now on; 0: nothing. */
  slow: (order: { count: number; bytesPerSecond: number }) => Promise<void>;
  /** All hang up; with `keepTokens` the next to join are the same viewers. */
  leave: (order: { keepTokens: boolean }) => Promise<void>;
};

export type Joined = { joined: number; refused: number; reason: string; seconds: number };
export type Report = Heard & {
  said: number;
  acceptedInAll: number;
  disconnects: number;
  cpuSeconds: number;
};

const TURN_MS = 4;
/** Connections under way at once, when no rate is given. */
const AT_ONCE = 128;

const tally = createTally();
const slowOnes = createTally();
let dialect: Target['dialect'] = 'xinli';
let viewers: Connection[] = [];
let tokens: string[] = [];
let firstSlow = Infinity;
let disconnects = 0;
let said = 0;
let acceptedInAll = 0;
let nextAck = 0;
const sentAt = new Map<number, number>();
let talking: NodeJS.Timeout | undefined;

const orders: Orders = {
  join({ target, count, perSecond, from }) {
    ({ dialect } = target);
    const startedAt = performance.now();
    let [started, joined, refused, reason] = [0, 0, 0, ''];
    return new Promise((resolve) => {
      const next = (): void => {
        if (joined + refused === count) {
          clearInterval(pace);
          return resolve({ joined, refused, reason, seconds: (performance.now() - startedAt) / 1000 });
        }
        const elapsed = (performance.now() - startedAt) / 1000;
        const due = perSecond === 0 ? joined + refused + AT_ONCE : Math.ceil(elapsed * perSecond);
        while (started < Math.min(count, due)) open(started++);
      };
      const open = (index: number): void => {
        const order = viewers.length;
        let place = nowhere;
        const connection = connect(target, from + index, tokens[index] ?? '', {
          joined() {
            joined += 1;
            if (perSecond === 0 || joined + refused === count) next();
          },
          refused(why) {
            refused += 1;
            reason = why;
            next();
          },
          pictured: (payload, isDeflated) => void (place = atSnapshot(payload, isDeflated)),
          heard(payload, isDeflated) {
            place = after(place, payload, isDeflated);
            (order >= firstSlow ? slowOnes : tally).hear(place);
          },
          answered,
          closed: () => void (disconnects += 1),
        });
        viewers.push(connection);
      };
      const pace = setInterval(next, TURN_MS);
      next();
    });
  },

  async talk({ line, perSecond, speakers }) {
    clearInterval(talking);
    const startedAt = performance.now();
    const before = said;
    talking = setInterval(() => {
      const due = before + Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
      while (said < due) {
        sentAt.set(nextAck, performance.now());
        viewers[said % Math.min(speakers, viewers.length)]?.say(lineOf(line, said, nextAck, dialect));
        nextAck += 1;
        said += 1;
      }
    }, TURN_MS);
  },

  async hush() {
    clearInterval(talking);
  },

  async clear() {
    tally.clear();
    slowOnes.clear();
    disconnects = 0;
  },

  async report() {
    const { user, system } = process.cpuUsage();
    return { ...tally.read(), said, acceptedInAll, disconnects, cpuSeconds: (user + system) / 1e6 };
  },

  async slow({ count, bytesPerSecond }) {
    firstSlow = Math.min(firstSlow, viewers.length - count);
    for (const viewer of viewers.slice(-count)) viewer.slowTo(bytesPerSecond);
  },

  async leave({ keepTokens }) {
    clearInterval(talking);
    tokens = keepTokens ? viewers.map(({ token }) => token) : [];
    for (const viewer of viewers) viewer.hangUp();
    viewers = [];
    sentAt.clear();
    firstSlow = Infinity;
  },
};

const OK = Buffer.from('[{"ok":true');

function answered(id: number, payload: Buffer): void {
  const since = sentAt.get(id);
  sentAt.delete(id);
  const isOk = payload.compare(OK, 0, OK.length, 0, OK.length) === 0;
  const code = isOk ? '' : (/"code":"([A-Z_]+)"/.exec(payload.toString())?.[1] ?? 'unknown');
  if (isOk) acceptedInAll += 1;
  tally.answer(isOk, code, since === undefined ? 0 : performance.now() - since);
}

process.on('message', ({ id, name, order }: { id: number; name: keyof Orders; order: never }) => {
  void orders[name](order).then((result) => process.send?.({ id, result }));
});
process.on('disconnect', () => process.exit());
