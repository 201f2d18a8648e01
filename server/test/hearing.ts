import type { Socket } from 'socket.io-client';
import type { EventState } from '#shared/model/state.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import type { Frame, Notice, Snapshot, Welcome } from '#shared/protocol/updates.ts';
import { blankState, foldFrame } from '#shared/rules/fold.ts';
import { frameFrom, snapshotFrom } from '#shared/rules/deflated.ts';
import { LIMIT_MS } from './until.ts';

export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** What somebody has heard. It is folded exactly as the pages fold it, and strictly. */
export type Hearing = {
  readonly welcome: Welcome;
  /** The latest one, and how many there were. */
  readonly snapshot: Snapshot;
  readonly snapshots: number;
  readonly frames: readonly Frame[];
  readonly notices: readonly Notice[];
  readonly state: EventState;
  readonly revision: number;
  readonly epoch: string;
  /** Names of the updates, in the order they came. */
  readonly heard: readonly string[];
  /** What was against the protocol: an update out of order, a revision out of turn. */
  readonly faults: readonly string[];
  /** Why the connection was lost; null while it is there. */
  readonly lost: string | null;
  /** What the state's comments say. */
  readonly texts: string[];
  /** Resolves with what `check` finds, asked after every update. */
  until<T>(what: string, check: (hearing: Hearing) => T): Promise<Exclude<T, false | null | undefined>>;
};

export function hear(socket: TestSocket): Hearing {
  const heard: string[] = [];
  const frames: Frame[] = [];
  const notices: Notice[] = [];
  const faults: string[] = [];
  const waiting = new Set<() => void>();
  let welcome: Welcome | null = null;
  let snapshot: Snapshot | null = null;
  let snapshots = 0;
  let state = blankState;
  let at = { epoch: '', revision: 0 };
  let lost: string | null = null;

  socket.onAny((name: string) => {
    heard.push(name);
    if (heard.length === 1 && name !== 'welcome') faults.push(`${name} came before the welcome`);
    if (heard.length === 2 && name !== 'snapshot') faults.push(`${name} came between welcome and snapshot`);
  });
  socket.on('welcome', (update) => void (welcome = update));
  socket.on('snapshot', (sent) => {
    const update = snapshotFrom(sent);
    snapshots += 1;
    snapshot = update;
    ({ state } = update);
    at = { epoch: update.epoch, revision: update.revision };
  });
  socket.on('frame', (sent) => {
    const frame = frameFrom(sent, state);
    const revisions = frame.facts.map((fact) => fact.revision).join();
    const expected = frame.facts.map((_, index) => at.revision + 1 + index).join();
    if (revisions !== expected) faults.push(`facts ${revisions} after revision ${at.revision}`);
    if (frame.revision !== at.revision + frame.facts.length)
      faults.push(`frame ${frame.revision} after ${at.revision}`);
    if (frame.epoch !== at.epoch) faults.push(`frame of epoch ${frame.epoch} in ${at.epoch}`);
    frames.push(frame);
    state = foldFrame(state, frame);
    at = { epoch: frame.epoch, revision: frame.revision };
  });
  socket.on('notice', (notice) => void notices.push(notice));
  socket.on('disconnect', (reason) => void (lost = reason));
  for (const name of ['snapshot', 'frame', 'notice', 'moving', 'disconnect'] as const) {
    socket.on(name, () => {
      for (const look of waiting) look();
    });
  }

  const hearing: Hearing = {
    get welcome() {
      return welcome as Welcome;
    },
    get snapshot() {
      return snapshot as Snapshot;
    },
    get snapshots() {
      return snapshots;
    },
    frames,
    notices,
    heard,
    faults,
    get state() {
      return state;
    },
    get revision() {
      return at.revision;
    },
    get epoch() {
      return at.epoch;
    },
    get lost() {
      return lost;
    },
    get texts() {
      return state.comments.map(({ text }) => text);
    },
    until(what, check) {
      type Found = Exclude<ReturnType<typeof check>, false | null | undefined>;
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = (): void => {
          try {
            const found = check(hearing);
            if (found === false || found === null || found === undefined) return;
            resolve(found as Found);
          } catch (error) {
            reject(error);
          }
          stop();
        };
        const giveUp = (): void => {
          stop();
          reject(
            new Error(
              `not within ${LIMIT_MS} ms: ${what}; heard ${heard.slice(-10).join()}, ${lost ?? 'connected'}`,
            ),
          );
        };
        const timer = setTimeout(giveUp, LIMIT_MS);
        waiting.add(look);
        look();
      });
    },
  };
  return hearing;
}
