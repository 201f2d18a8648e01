import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Ack, ErrorCode, Refusal } from '#shared/protocol/errors.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import type { Frame, Notice, Snapshot, Welcome } from '#shared/protocol/updates.ts';
import { blankState, foldFrame } from '#shared/rules/fold.ts';
import { LIMIT_MS } from './until.ts';

type Joining = { event?: string; token?: string; role?: string; headers?: Record<string, string> };
type Sent<N extends CommandName> = RawInput<N> & { commandId?: string };

/**
 * Someone who joined, through the stock Socket.IO client. It folds what it hears exactly as the pages do, and is
 * strict: an update out of order, or a revision out of turn, fails the test that owns it.
 */
export type Client = {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly welcome: Welcome;
  /** The latest one, and how many there were. */
  readonly snapshot: Snapshot;
  readonly snapshots: number;
  readonly frames: readonly Frame[];
  readonly notices: readonly Notice[];
  readonly state: EventState;
  readonly revision: number;
  readonly epoch: string;
  /** Names of the updates in the order they came. */
  readonly heard: readonly string[];
  /** Why the connection was lost; null while it is there. */
  readonly lost: string | null;
  /** What the state's comments say. */
  readonly texts: string[];
  /** Resolves with what `check` finds, asked after every update. */
  until<T>(what: string, check: (client: Client) => T): Promise<Exclude<T, false | null | undefined>>;
  /** Sends a command, with a fresh `commandId` unless one is given. */
  send<N extends CommandName>(name: N, input: Sent<N>): Promise<Ack<Output<N>>>;
  /** The same, for commands that must succeed. */
  run<N extends CommandName>(name: N, input: Sent<N>): Promise<Output<N>>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Joins and waits for the snapshot. Rejects with the refusal's code when the door stays shut. */
export async function join(app: { url: string }, joining: Joining = {}): Promise<Client> {
  const { headers, event = 'show', ...auth } = joining;
  const socket: Client['socket'] = io(app.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { event, ...auth },
    ...(headers && { extraHeaders: headers }),
  });
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

  const changed = (): void => {
    for (const look of waiting) look();
  };
  socket.onAny((name: string) => {
    heard.push(name);
    if (heard.length === 1 && name !== 'welcome') faults.push(`${name} came before the welcome`);
    if (heard.length === 2 && name !== 'snapshot') faults.push(`${name} came between welcome and snapshot`);
  });
  socket.on('welcome', (update) => void (welcome = update));
  socket.on('snapshot', (update) => {
    snapshots += 1;
    snapshot = update;
    ({ state } = update);
    at = { epoch: update.epoch, revision: update.revision };
  });
  socket.on('frame', (frame) => {
    const expected = frame.facts.map((_, index) => at.revision + 1 + index);
    const revisions = frame.facts.map((fact) => fact.revision);
    if (revisions.join() !== expected.join())
      faults.push(`facts ${revisions.join()} after revision ${at.revision}`);
    if (frame.revision !== at.revision + frame.facts.length)
      faults.push(`frame ${frame.revision} after ${at.revision}`);
    if (frame.epoch !== at.epoch) faults.push(`frame of epoch ${frame.epoch} in ${at.epoch}`);
    frames.push(frame);
    state = foldFrame(state, frame);
    at = { epoch: frame.epoch, revision: frame.revision };
  });
  socket.on('notice', (notice) => void notices.push(notice));
  socket.on('disconnect', (reason) => void (lost = reason));
  for (const name of ['snapshot', 'frame', 'notice', 'moving', 'disconnect'] as const)
    socket.on(name, changed);

  const client: Client = {
    socket,
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
          const found = check(client);
          if (found === false || found === null || found === undefined) return;
          stop();
          resolve(found as Found);
        };
        const timer = setTimeout(() => {
          stop();
          reject(
            new Error(
              `not within ${LIMIT_MS} ms: ${what}; heard ${heard.slice(-10).join()}, ${lost ?? 'connected'}`,
            ),
          );
        }, LIMIT_MS);
        waiting.add(look);
        look();
      });
    },
    send: (name, input) =>
      socket
        .timeout(LIMIT_MS)
        .emitWithAck(name, ...([{ commandId: randomUUID(), ...input }] as never)) as never,
    async run(name, input) {
      const ack = await client.send(name, input);
      if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
      return ack.data;
    },
    async [Symbol.asyncDispose]() {
      socket.disconnect();
      if (faults.length > 0) throw new Error(faults.join('; '));
    },
  };

  await new Promise<void>((resolve, reject) => {
    socket.once('connect_error', (error: Error & { data?: Refusal }) => {
      socket.disconnect();
      reject(Object.assign(new Error(error.data?.code ?? error.message), { refusal: error.data }));
    });
    socket.once('snapshot', () => resolve());
    socket.once('disconnect', (reason) => reject(new Error(reason)));
  });
  return client;
}

/** A refusal of this code, to compare an ack with. */
export const refused = (code: ErrorCode, more: Partial<Refusal> = {}): Ack<never> => ({
  ok: false,
  error: expect.objectContaining({ code, ...more }) as Refusal,
});
