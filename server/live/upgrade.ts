import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Engine.IO 4's door, and how everyone asks for it. */
export const ENGINE_PATH = '/socket.io/';
const USUAL = `${ENGINE_PATH}?EIO=4&transport=websocket`;

/** RFC 6455, 4.2.2. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const KEY = /^[+/\dA-Za-z]{22}==$/;

/**
 * Whether a request asks for what there is here: version 4 of Engine.IO over a WebSocket, in a session of its own
 * (there is no coming back to another one's, so a stolen session id is worth nothing). Returns the ticket in it,
 * which a frame in a sandbox shows instead of an origin ('' without one), or null.
 */
export function ticketIn(url: string): string | null {
  if (url === USUAL) return '';
  const query = new URLSearchParams(url.slice(ENGINE_PATH.length));
  const only = (name: string): string | undefined =>
    query.getAll(name).length > 1 ? undefined : (query.get(name) ?? undefined);
  if (only('EIO') !== '4' || only('transport') !== 'websocket' || query.has('sid')) return null;
  return only('ticket') ?? ''; // twice in an address, it is none
}

/** The answer that makes a WebSocket of the connection; null when it was not rightly asked for one (4.2.1). */
export function switchingTo({ method, headers }: IncomingMessage): string | null {
  const key = headers['sec-websocket-key'];
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') return null;
  if (key === undefined || !KEY.test(key) || headers['sec-websocket-version'] !== '13') return null;
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

export const REFUSAL = { code: 3, message: 'Bad request' };

export function refuseUpgrade(socket: Duplex): void {
  const body = JSON.stringify(REFUSAL);
  socket.on('error', () => undefined); // it may be gone already
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    () => void socket.destroy(),
  );
}

/** Somebody else's, or nobody's: who gets no answer from anyone is let go. */
export function leaveToOthers(socket: Duplex & { bytesWritten?: number }, waitMs = 1000): void {
  socket.on('error', () => undefined);
  setTimeout(() => {
    if (socket.writable && (socket.bytesWritten ?? 0) === 0) socket.end();
  }, waitMs).unref();
}
