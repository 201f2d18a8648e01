import type { Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import { type CommandName, isCommandName } from '#shared/protocol/commands.ts';
import { pipeOf } from './broadcast.ts';

/**
 * What clients send. Nearly all of it is one kind of message, `42<ack>["command",{…}]`: it is read here, straight from
 * the WebSocket, without the decoders, events and turns of Engine.IO and Socket.IO, which cost a vote more than its
 * handler does. Whatever has any other form, or comes at any other moment, goes their way untouched, so that their
 * protocol, their refusals and their heartbeat stay theirs.
 */

export type Listener = (name: unknown, args: unknown[], ack: number | undefined) => void;

type Command = { name: CommandName; input: unknown; ack: number };

/** A Socket.IO event as its decoder hands it on: `[name, …arguments]`, and the number of the ack it wants, if any. */
type EventPacket = { data?: unknown[]; id?: number };

/** Engine.IO's own account of a connection, as far as a message concerns it. */
type Connection = {
  readyState: string;
  pingTimeoutTimer: unknown;
  hasRefreshedPingTimeout: boolean;
  emit(name: 'packet', packet: { type: 'message'; data: string }): void;
};

/** Hands on every event a client sends. */
export function onEvents(socket: Socket, listener: Listener): void {
  const inner = socket as unknown as { onevent(packet: EventPacket): void };
  inner.onevent = ({ data: [name, ...args] = [], id }) => listener(name, args, id);

  const wire: WebSocket = pipeOf(socket).transport.socket;
  const connection = socket.conn as unknown as Connection;
  const [official] = wire.listeners('message') as ((data: Buffer, isBinary: boolean) => void)[];
  if (official === undefined) return;
  wire.off('message', official);
  wire.on('message', (data: Buffer, isBinary: boolean) => {
    const text = isBinary || !socket.connected || !isAtEase(connection) ? null : data.toString();
    const command = text === null ? null : readCommand(text);
    if (text === null || command === null) return official(data, isBinary);
    connection.emit('packet', { type: 'message', data: text.slice(1) }); // the door counts before anything is done
    if (connection.readyState === 'open') listener(command.name, [command.input], command.ack);
  });
}

/** The first message after a heartbeat goes Engine.IO's way, which takes it for a sign of life. */
const isAtEase = ({ readyState, pingTimeoutTimer, hasRefreshedPingTimeout }: Connection): boolean =>
  readyState === 'open' && (pingTimeoutTimer === null || hasRefreshedPingTimeout);

const [NINE, ZERO, BRACKET] = [0x39, 0x30, 0x5b];
/** More digits would not be a number any more. */
const MAX_ACK_DIGITS = 15;

/** The command in a message of the plainest form; null for any other. */
export function readCommand(text: string): Command | null {
  if (!text.startsWith('42')) return null;
  let at = 2;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at += 1;
  if (at === 2 || at > 2 + MAX_ACK_DIGITS || text.charCodeAt(at) !== BRACKET) return null;
  const packet = parse(text.slice(at));
  if (!Array.isArray(packet) || packet.length !== 2 || !isCommandName(packet[0])) return null;
  return { name: packet[0], input: packet[1] as unknown, ack: Number(text.slice(2, at)) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // the official decoder says what becomes of it
  }
}
