import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { EventState } from '#shared/model/state.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import { DEFLATE_FORM } from '#shared/protocol/version.ts';
import { blankState, foldFrame } from '#shared/rules/fold.ts';
import { frameFrom, snapshotFrom } from '#shared/rules/deflated.ts';
import type { Count } from './count.ts';

type Live = Socket<ServerToClient, ClientToServer>;

/** One person of the crowd: a real connection, that comes back when it is lost. */
export type Seat = {
  /** A command; null when the line was down or it was refused, which is counted. */
  send<N extends CommandName>(name: N, input: RawInput<N>): Promise<Output<N> | null>;
  readonly isHere: boolean;
  /** Loses its network, and is back a moment later. */
  stumble(): void;
  leave(): void;
};

/** Takes a seat. Who is watching follows the event as a page does; the others only take what comes. */
export function takeSeat(
  { url, event, token, count }: { url: string; event: string; token?: string; count: Count },
  watching?: { onState(state: EventState): void; onGone(): void },
): Seat {
  let known = token;
  const socket: Live = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    auth: (give) =>
      give({
        event,
        ...(watching === undefined && { deflate: DEFLATE_FORM }),
        ...(known !== undefined && { token: known }),
      }),
  });
  socket.on('welcome', (welcome) => {
    known = welcome.token;
    count.joined();
  });
  socket.on('disconnect', () => count.left());
  socket.on('connect_error', (error: Error & { data?: { retryAfterMs?: number; retryable?: boolean } }) => {
    count.turnedAway();
    // A refusal by the server ends the attempts; one that says when to come back is heeded.
    if (error.data?.retryable) setTimeout(() => socket.connect(), error.data.retryAfterMs ?? 1_000).unref();
    else if (error.data !== undefined) watching?.onGone();
  });
  if (watching !== undefined) follow(socket, watching.onState);

  return {
    get isHere() {
      return socket.connected;
    },
    async send(name, input) {
      if (!socket.connected) return null;
      const ack = await count.timed(name, () => ask(socket, name, input));
      return ack?.ok ? ack.data : null;
    },
    stumble() {
      socket.io.engine.close();
    },
    leave: () => void socket.disconnect(),
  };
}

const PATIENCE_MS = 10_000;

function ask<N extends CommandName>(socket: Live, name: N, input: RawInput<N>): Promise<Ack<Output<N>>> {
  const envelope = [{ commandId: randomUUID(), ...input }] as never;
  return socket.timeout(PATIENCE_MS).emitWithAck(name, ...envelope);
}

function follow(socket: Live, onState: (state: EventState) => void): void {
  let state = blankState;
  const tell = (next: EventState): void => onState((state = next));
  socket.on('snapshot', (sent) => tell(snapshotFrom(sent).state));
  socket.on('frame', (sent) => tell(foldFrame(state, frameFrom(sent, state))));
}
