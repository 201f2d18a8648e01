import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { expect } from 'vitest';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { DEFLATE_FORM } from '#shared/protocol/version.ts';
import type { Ack, ErrorCode, Refusal } from '#shared/protocol/errors.ts';
import { hear, type Hearing, type TestSocket } from './hearing.ts';
import { LIMIT_MS } from './until.ts';

type Joining = {
  event?: string;
  token?: string;
  role?: string;
  page?: object;
  deflate?: number;
  headers?: Record<string, string>;
};
type Sent<N extends CommandName> = RawInput<N> & { commandId?: string };

/** Someone who joined, through the stock Socket.IO client: `await using viewer = await join(app)`. */
export type Client = Hearing & {
  readonly socket: TestSocket;
  /** Sends a command, with a fresh `commandId` unless one is given. */
  send<N extends CommandName>(name: N, input: Sent<N>): Promise<Ack<Output<N>>>;
  /** The same, for commands that must succeed. */
  run<N extends CommandName>(name: N, input: Sent<N>): Promise<Output<N>>;
  /** Leaves; throws when anything that was heard was against the protocol. */
  [Symbol.asyncDispose](): Promise<void>;
};

/** Joins and waits for the snapshot. Rejects with the refusal's code when the door stays shut. */
export async function join(app: { url: string }, joining: Joining = {}): Promise<Client> {
  const { headers, event = 'show', ...auth } = joining;
  const socket: TestSocket = io(app.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { event, deflate: DEFLATE_FORM, ...auth },
    ...(headers && { extraHeaders: headers }),
  });
  const hearing = hear(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect_error', (error: Error & { data?: Refusal }) => {
      socket.disconnect();
      reject(new Error(error.data?.code ?? error.message));
    });
    socket.once('snapshot', () => resolve());
    socket.once('disconnect', (reason) => reject(new Error(reason)));
  });

  const send = <N extends CommandName>(name: N, input: Sent<N>): Promise<Ack<Output<N>>> =>
    socket
      .timeout(LIMIT_MS)
      .emitWithAck(name, ...([{ commandId: randomUUID(), ...input }] as never)) as never;
  return Object.defineProperties(
    {
      socket,
      send,
      async run(name, input) {
        const ack = await send(name, input);
        if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
        return ack.data;
      },
      async [Symbol.asyncDispose]() {
        socket.disconnect();
        if (hearing.faults.length > 0) throw new Error(hearing.faults.join('; '));
      },
    } as Client,
    Object.getOwnPropertyDescriptors(hearing),
  );
}

/** A crowd: as many as are asked for, all of the same kind; they leave together. */
export async function joinMany(app: { url: string }, count: number, joining?: Joining): Promise<Crowd> {
  const clients = await Promise.all(Array.from({ length: count }, () => join(app, joining)));
  return gather(clients);
}

export type Crowd = [Client, Client, Client, ...Client[]] & AsyncDisposable;

/** Those who are there already, so that they leave together. */
export const gather = (clients: readonly Client[]): Crowd =>
  Object.assign([...clients] as [Client, Client, Client], {
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client[Symbol.asyncDispose]();
    },
  });

/** That the server goes on as if nothing had been: somebody joins, and is answered. */
export async function expectAlive(app: { url: string }): Promise<void> {
  await using viewer = await join(app);
  expect(await viewer.run('reaction:send', { kind: 'like', count: 1 })).toEqual({});
}

/** A refusal of this code, to compare an ack with. */
export const refused = (code: ErrorCode, more: Partial<Refusal> = {}): Ack<never> => ({
  ok: false,
  error: expect.objectContaining({ code, ...more }) as Refusal,
});
