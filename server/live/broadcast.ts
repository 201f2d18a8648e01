import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import { gatherWrites, textFrame } from './whole-frames.ts';

/**
 * One encoded buffer for all sockets. This module alone knows what lies beneath Socket.IO: a frame is built once and
 * written straight to each connection, unless something of that connection's own waits in Engine.IO's queue, in
 * which case it goes behind it, so that order holds.
 */

/** A reader this far behind is sent nothing but, once it has drained, a snapshot. */
const MAX_BACKLOG_BYTES = 48 * 1024;
/** How many sockets are written before acks and everything else get their turn. */
const SLICE = 500;

export type Pipe = {
  readyState: string;
  writeBuffer: unknown[];
  write(data: string, options: { wsPreEncodedFrame: Buffer[] }): void;
  close(): void;
  transport: { socket: WebSocket & { _socket: NetSocket | null } };
};

export type Written = 'written' | 'queued' | 'skipped' | 'closed';

/** The Engine.IO connection beneath a Socket.IO socket. */
export const pipeOf = (socket: Socket): Pipe => socket.conn as unknown as Pipe;

/** A Socket.IO event as the WebSocket text frame that carries it: `42["name",payload]`. */
export const encode = (name: string, payload: unknown): Buffer =>
  textFrame(`42${JSON.stringify([name, payload])}`);

/**
 * With nothing in Engine.IO's queue, all it was given has gone to the socket before, in order: text is never held back
 * beneath it, as nothing is compressed.
 */
export const writeFrame = (socket: Socket, frame: Buffer): Written => writeInto(pipeOf(socket), frame);

export function writeInto(pipe: Pipe, frame: Buffer): Written {
  const wire = pipe.transport.socket;
  if (pipe.readyState !== 'open' || wire.readyState !== 1 || wire._socket === null) return 'closed';
  if (pipe.writeBuffer.length > 0) {
    if (wire.bufferedAmount > MAX_BACKLOG_BYTES) return 'skipped';
    pipe.write('', { wsPreEncodedFrame: [frame] });
    return 'queued';
  }
  if (wire._socket.writableLength > MAX_BACKLOG_BYTES) return 'skipped';
  wire._socket.write(frame);
  return 'written';
}

/**
 * Lets go of the request the connection began with, its headers and its token: they were read, and for a WebSocket
 * nothing asks for them again. An eighth of what a silent viewer costs.
 */
export function forgetHandshake(socket: Socket): void {
  Reflect.set(socket.conn, 'request', null);
  Reflect.set(socket, 'handshake', FORGOTTEN);
}

const FORGOTTEN = Object.freeze({ headers: {}, auth: {}, query: {} });

/** Answers an event in one write: `43<ack>[answer]`. Whoever does not read it is the slow-reader guard's affair. */
export function writeAck(socket: Socket, ack: number, answer: unknown): void {
  const frame = textFrame(`43${ack}[${JSON.stringify(answer)}]`);
  if (writeFrame(socket, frame) === 'skipped') pipeOf(socket).write('', { wsPreEncodedFrame: [frame] });
}

/** What is written to this connection until the turn is over leaves in one piece. */
export function gather(socket: Socket): void {
  const wire = pipeOf(socket).transport.socket._socket;
  if (wire !== null) gatherWrites(wire);
}

/** Closes the transport, so that the client sees a lost connection and comes back. */
export const closeToReconnect = (socket: Socket): void => pipeOf(socket).close();

/** CPU this thread has used, in milliseconds: what a neighbour takes of the core is not counted. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs `write` for each socket, a slice at a time. Resolves with the milliseconds of this thread it took; what other
 * work ran between the slices is not counted.
 */
export async function forEachSliced<T>(items: readonly T[], write: (item: T) => void): Promise<number> {
  let spentMs = 0;
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await new Promise<void>((resolve) => void setImmediate(resolve));
    const startedAt = cpuMs();
    for (let index = from; index < Math.min(from + SLICE, items.length); index += 1) write(items[index] as T);
    spentMs += cpuMs() - startedAt;
  }
  return spentMs;
}
