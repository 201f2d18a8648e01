import type { Audience } from '#shared/model/actor.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { Gauges } from '#shared/model/gauges.ts';
import type { EventState } from '#shared/model/state.ts';
import {
  type Frame,
  facts as factTable,
  type NumberedFact,
  type ToldFact,
} from '#shared/protocol/updates.ts';
import { blankState, fold, foldComments, foldFrame, foldGauges } from '#shared/rules/fold.ts';
import { packFrame } from '#shared/rules/frames.ts';
import type { FactRecord } from '../store/store.ts';
import { cpuClock, forEachSliced, type Message, messageOf } from './broadcast.ts';
import type { Reader } from './reader.ts';

/**
 * Some of an audience's connections, the state they all share, and what their next frame will carry. The state is the
 * fold of the frames sent, by the same function as in every client, so a snapshot is exactly what a viewer who was here
 * all along has on the screen.
 */
export type Cohort = {
  readonly state: EventState;
  readonly revision: number;
  /** State and revision with the facts that wait for the next frame: whoever's command was answered finds it here. */
  latest(): { state: EventState; revision: number };
  readonly size: number;
  /** Facts as the log tells them; those not meant for this audience are passed over. */
  hear(records: readonly FactRecord[]): void;
  /** Comments to be shown. */
  take(comments: readonly Comment[]): void;
  /** Gauges that changed. */
  show(changed: Partial<Gauges>, at: number): void;
  /** Sends the snapshot, then every frame from the next one on. */
  join(reader: Reader): void;
  /** Whether it was here. */
  leave(reader: Reader): boolean;
  /** Sends what waits, if there is anything. Resolves with the milliseconds it took. */
  flush(): Promise<number>;
  /** Forgets everything and sends everyone a new snapshot. */
  reset(epoch: string, state: EventState, revision: number): void;
  /** Gives readers that have caught up their snapshot, and cuts those that will not. */
  tend(now: number): void;
  /** Closes every connection; whoever comes back is told what is there then. */
  dismiss(): void;
  /** Another one, of nobody yet, that has heard the same and waits for the same. */
  fork(): Cohort;
};

/** What a cohort has heard, and what waits for its next frame. */
export type Heard = {
  epoch: string;
  state: EventState;
  revision: number;
  waiting?: { facts: NumberedFact[]; comments: Comment[]; gauges: Partial<Gauges>; oldest: number };
};

/** What is counted of an audience: each beat with what it wrote, and each time its state was made into a snapshot. */
export type Observed = {
  /** Bytes of all that were sent together. */
  frames(sent: number, bytes: number, lagging: number): void;
  snapshot(): void;
};

/** A reader that stays behind this long is cut. */
const MAX_LAG_MS = 10_000;

/** The state an audience has of a log, and its revision: how many of the facts were meant for it. */
export function foldLog(
  audience: Audience,
  log: readonly FactRecord[],
): { state: EventState; revision: number } {
  const meant = log.filter((record) => isFor(audience, record)).map((record) => told(audience, record));
  return { state: meant.reduce<EventState>(fold, blankState), revision: meant.length };
}

export const withHistory = (state: EventState, comments: readonly Comment[], gauges: Gauges): EventState =>
  foldGauges(foldComments(state, comments), gauges);

export function createCohort(audience: Audience, start: Heard, observe: Observed): Cohort {
  let { epoch, state, revision } = start;
  let { facts, comments, gauges, oldest } = start.waiting ?? nothing();
  let encoded: Message | null = null;
  const connections = new Set<Reader>();
  /** Readers that missed a frame, since when: they get a snapshot once they have drained, never the next frame. */
  const lagging = new Map<Reader, number>();
  /** Those given a snapshot while a frame is written to the others: it is in it. */
  const pictured = new Set<Reader>();

  function picture(reader: Reader): void {
    pictured.add(reader);
    send(reader, snapshot());
  }

  function snapshot(): Message {
    if (encoded !== null) return encoded;
    observe.snapshot();
    return (encoded = messageOf('snapshot', { epoch, revision, state }, blankState, () => connections.size));
  }

  /** How many bytes that were. */
  function send(reader: Reader, message: Message): number {
    if (lagging.size > 0 && lagging.has(reader)) return 0;
    const frame = reader.deflate ? message.deflated : message.plain;
    const written = reader.write(frame);
    if (written === 'skipped') lagging.set(reader, Date.now());
    return written === 'written' ? frame.bytes.length : 0;
  }

  const forget = (): void => void ({ facts, comments, gauges, oldest } = nothing());

  return {
    get state() {
      return state;
    },
    get revision() {
      return revision;
    },
    latest: () => ({ state: facts.reduce<EventState>(fold, state), revision: revision + facts.length }),
    get size() {
      return connections.size;
    },
    hear(records) {
      for (const record of records) {
        if (!isFor(audience, record)) continue;
        const { type, payload, at } = record;
        if (type === 'comment:hidden') comments = comments.filter(({ id }) => id !== payload.commentId);
        facts.push({ revision: revision + facts.length + 1, ...told(audience, record) } as NumberedFact);
        oldest = Math.min(oldest, at);
      }
    },
    take(fresh) {
      for (const comment of fresh) {
        if (comment.held && audience !== 'staff') continue;
        comments.push(comment);
        oldest = Math.min(oldest, comment.at);
      }
    },
    show(changed, at) {
      const tallies = { ...gauges.tallies, ...changed.tallies };
      const devices = { ...gauges.devices, ...changed.devices };
      gauges = {
        ...gauges,
        ...changed,
        ...(Object.keys(tallies).length > 0 && { tallies }),
        ...(Object.keys(devices).length > 0 && { devices }),
      };
      oldest = Math.min(oldest, at);
    },
    join(reader) {
      picture(reader);
      connections.add(reader);
    },
    leave(reader) {
      lagging.delete(reader);
      pictured.delete(reader);
      return connections.delete(reader);
    },
    async flush() {
      if (facts.length + comments.length === 0 && Object.keys(gauges).length === 0) return 0;
      const next = revision + facts.length;
      const frame: Frame = { t: oldest, epoch, revision: next, facts, comments, gauges };
      forget();
      encoded = null;
      pictured.clear();
      const before = state;
      state = foldFrame(before, frame);
      revision = next;
      const targets = [...connections];
      if (targets.length === 0) return 0; // to fold takes less than to ask how long
      const startedAt = cpuClock(targets.length)();
      const message = messageOf('frame', packFrame(frame), before, () => targets.length);
      let bytes = 0;
      const spentMs = await forEachSliced(targets, startedAt, (reader) => {
        if (connections.has(reader) && !pictured.has(reader)) bytes += send(reader, message);
      });
      observe.frames(targets.length - lagging.size, bytes, lagging.size);
      return spentMs;
    },
    reset(nextEpoch, nextState, nextRevision) {
      [epoch, state, revision] = [nextEpoch, nextState, nextRevision];
      forget();
      encoded = null;
      for (const reader of connections) picture(reader);
    },
    tend(now) {
      for (const [reader, since] of lagging) {
        if (reader.hasCaughtUp()) {
          lagging.delete(reader);
          picture(reader);
        } else if (now - since > MAX_LAG_MS || reader.isFlooded()) {
          lagging.delete(reader);
          reader.terminate();
        }
      }
    },
    dismiss() {
      for (const reader of connections) reader.close();
    },
    fork() {
      const waiting = { facts: [...facts], comments: [...comments], gauges, oldest };
      return createCohort(audience, { epoch, state, revision, waiting }, observe);
    },
  };
}

const nothing = (): Required<Heard>['waiting'] => ({
  facts: [],
  comments: [],
  gauges: {},
  oldest: Infinity,
});

const isFor = (audience: Audience, record: FactRecord): boolean =>
  factTable[record.type].audiences.includes(audience);

/** A record as an audience hears it: who did it is the desk's to know. */
function told(audience: Audience, { at, by, name, type, payload }: FactRecord): ToldFact {
  return { at, type, payload, ...(audience === 'staff' && name !== undefined && { by, name }) } as ToldFact;
}
