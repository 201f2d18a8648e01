import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { LIMIT_MS, until } from './until.ts';

type Answer = { status: number; text: string };

/** Sends bytes and resolves with the answer's first line and the whole of it, once it is closed or an answer is whole. */
export async function exchange(app: { port: number }, bytes: string | Buffer): Promise<Answer> {
  const tcp = connect(app.port, '127.0.0.1');
  let text = '';
  tcp.setTimeout(LIMIT_MS, () => tcp.destroy());
  tcp.on('data', (chunk) => (text += chunk.toString()));
  tcp.on('error', () => undefined); // a reset after the answer
  tcp.write(bytes);
  await Promise.race([
    once(tcp, 'close'),
    until('an answer', () => text.includes('\r\n\r\n') && isWhole(text)),
  ]);
  tcp.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}

function isWhole(text: string): boolean {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  return / 101 /.test(head) || (length !== undefined && Buffer.byteLength(body) >= Number(length));
}

/** A request as its bytes, on a connection of its own. */
export const request = (
  app: { port: number },
  method: string,
  path: string,
  headers: readonly string[] = [],
  body = '',
): Promise<Answer> =>
  exchange(
    app,
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n'),
  );

export const ENGINE = '/socket.io/?EIO=4&transport=websocket';

/** The bytes of an upgrade request; a header given as null is left out. */
export function upgradeRequest(path = ENGINE, headers: Record<string, string | null> = {}): string {
  const all: Record<string, string | null> = {
    Host: 'localhost',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
