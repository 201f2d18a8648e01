import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Ack } from '#shared/protocol/errors.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import { DEFLATE_FORM } from '#shared/protocol/version.ts';
import type { CommandName, RawInput } from '#shared/protocol/commands.ts';

/** Viewers with a socket and no page. */
export type Crowd = {
  size: number;
  /** The same command from each of them, or those chosen; throws when one is refused. */
  all<N extends CommandName>(
    command: N,
    input: (index: number) => RawInput<N>,
    isChosen?: (index: number) => boolean,
  ): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const PATIENCE_MS = 10_000;

/** Resolves when all have joined. */
export async function gatherCrowd(url: string, event: string, size: number): Promise<Crowd> {
  const sockets = Array.from({ length: size }, (): Socket<ServerToClient, ClientToServer> =>
    io(url, { transports: ['websocket'], forceNew: true, auth: { event, deflate: DEFLATE_FORM } }),
  );
  await Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => void socket.once('snapshot', () => resolve()))),
  );
  return {
    size,
    async all(command, input, isChosen = () => true) {
      const send = (socket: Socket<ServerToClient, ClientToServer>, index: number): Promise<Ack<unknown>> => {
        const envelope = [{ commandId: randomUUID(), ...input(index) }] as never;
        return socket.timeout(PATIENCE_MS).emitWithAck(command, ...envelope) as never;
      };
      const sent = sockets.flatMap((socket, index) => (isChosen(index) ? [send(socket, index)] : []));
      for (const ack of await Promise.all(sent))
        if (!ack.ok) throw new Error(`${command}: ${ack.error.message}`);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.disconnect();
    },
  };
}
