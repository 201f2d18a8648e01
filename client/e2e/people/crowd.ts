import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { RawInput } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';

/** One of many, with a socket and no page. */
export type Guest = {
  name: string;
  say(text: string): Promise<void>;
  vote(choice: RawInput<'poll:vote'>): Promise<void>;
  react(kind: RawInput<'reaction:send'>['kind'], count: number): Promise<void>;
};
export type Crowd = { guests: readonly Guest[]; [Symbol.asyncDispose](): Promise<void> };

const PATIENCE_MS = 10_000;

/** Viewers by name, all joined. */
export async function gatherCrowd(url: string, slug: string, names: readonly string[]): Promise<Crowd> {
  const sockets: Socket<ServerToClient, ClientToServer>[] = names.map(() =>
    io(url, { transports: ['websocket'], forceNew: true, auth: { event: slug } }),
  );
  await Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => void socket.once('snapshot', () => resolve()))),
  );
  const guests = names.map((name, index) => guestAt(sockets[index] as (typeof sockets)[number], name));
  return {
    guests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

function guestAt(socket: Socket<ServerToClient, ClientToServer>, name: string): Guest {
  const line = socket.timeout(PATIENCE_MS);
  const commandId = (): string => randomUUID();
  return {
    name,
    say: async (text) =>
      accepted(await line.emitWithAck('comment:post', { commandId: commandId(), text, nickname: name })),
    vote: async (choice) =>
      accepted(await line.emitWithAck('poll:vote', { commandId: commandId(), ...choice })),
    react: async (kind, count) =>
      accepted(await line.emitWithAck('reaction:send', { commandId: commandId(), kind, count })),
  };
}

function accepted(ack: Ack<unknown>): void {
  if (!ack.ok) throw new Error(`${ack.error.code}: ${ack.error.message}`);
}
