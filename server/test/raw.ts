import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { LIMIT_MS, until } from './until.ts';

/** A WebSocket frame as the wire carries it, right or wrong. */
export type WsFrame = {
  opcode?: number;
  fin?: boolean;
  /** The three reserved bits, 0–7. */
  rsv?: number;
  isMasked?: boolean;
  /** Says this length, whatever the payload's is. */
  length?: bigint;
  payload?: Buffer | string;
};

export const TEXT = 1;
export const CLOSE = 8;
export const PING = 9;

export function wsFrame({
  opcode = TEXT,
  fin = true,
  rsv = 0,
  isMasked = true,
  length,
  payload = '',
}: WsFrame): Buffer {
  const body = Buffer.from(payload);
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const mask = isMasked ? 0x80 : 0;
  const size = length ?? BigInt(body.length);
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(size);
  const header =
    size < 126n
      ? [first, mask | Number(size)]
      : size < 65_536n
        ? [first, mask | 126, ...long.subarray(6)]
        : [first, mask | 127, ...long];
  if (!isMasked) return Buffer.concat([Buffer.from(header), body]);
  const key = randomBytes(4);
  const hidden = body.map((byte, index) => byte ^ (key[index % 4] ?? 0));
  return Buffer.concat([Buffer.from(header), key, hidden]);
}

/** A connection that says whatever a test wants, and keeps every byte it hears. */
export type Raw = {
  readonly tcp: Socket;
  /** The texts of the messages received. */
  readonly texts: readonly string[];
  /** Everything received, as text. */
  readonly bytes: string;
  /** The close code received; null while there is none. */
  readonly code: number | null;
  readonly isClosed: boolean;
  write(bytes: Buffer | string): void;
  frame(frame: WsFrame): void;
  /** A text message: Engine.IO's packet type, then what it carries. */
  say(text: string): void;
  /** A Socket.IO event with its ack's number; without one, none is wanted. */
  emit(args: unknown[], ack?: number | string): void;
  /** Sends a command and resolves with its ack. */
  ask(name: string, input: unknown): Promise<unknown>;
  /** Resolves with the first message that begins like this. */
  next(start: string): Promise<string>;
  /** Resolves with the close code once the connection is gone; null without one. */
  closed(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
};

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

/** Opens a WebSocket as far as Engine.IO's own greeting. */
export async function openRaw(app: { port: number }): Promise<Raw> {
  const tcp = connect(app.port, '127.0.0.1');
  tcp.setNoDelay(true);
  await once(tcp, 'connect');
  tcp.write(upgradeRequest());

  const texts: string[] = [];
  let received = Buffer.alloc(0);
  let all = '';
  let isUpgraded = false;
  let code: number | null = null;
  let isClosed = false;
  let nextAck = 0;

  const close = (): void => void (isClosed = true);
  tcp.on('close', close);
  tcp.on('error', close); // a reset is a close here
  tcp.on('data', (chunk) => {
    all += chunk.toString();
    received = Buffer.concat([received, chunk]);
    if (!isUpgraded) {
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      isUpgraded = true;
      received = received.subarray(end + 4);
    }
    read();
  });

  /** Frames of a server are whole and unmasked. */
  function read(): void {
    while (received.length >= 2) {
      const short = (received[1] as number) & 0x7f;
      const from = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (received.length < from) return;
      const length =
        short === 126
          ? received.readUInt16BE(2)
          : short === 127
            ? Number(received.readBigUInt64BE(2))
            : short;
      if (received.length < from + length) return;
      const opcode = (received[0] as number) & 0x0f;
      const payload = received.subarray(from, from + length);
      received = received.subarray(from + length);
      if (opcode === TEXT) texts.push(payload.toString());
      if (opcode === CLOSE) {
        code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        tcp.end(wsFrame({ opcode: CLOSE, payload }));
      }
    }
  }

  const raw: Raw = {
    tcp,
    texts,
    get bytes() {
      return all;
    },
    get code() {
      return code;
    },
    get isClosed() {
      return isClosed;
    },
    write: (bytes) => void (isClosed || tcp.write(bytes)),
    frame: (frame) => raw.write(wsFrame(frame)),
    say: (payload) => raw.frame({ payload }),
    emit: (args, ack = '') => raw.say(`42${ack}${JSON.stringify(args)}`),
    async ask(name, input) {
      nextAck += 1;
      raw.emit([name, input], nextAck);
      const start = `43${nextAck}`;
      return (JSON.parse((await raw.next(start)).slice(start.length)) as unknown[])[0];
    },
    next: (start) =>
      until(`a message that begins with ${start}`, () => {
        const found = texts.find((text) => text.startsWith(start));
        if (found === undefined && isClosed) throw new Error(`closed with ${code} before ${start}`);
        return found;
      }),
    async closed() {
      await until('the connection to be closed', () => isClosed);
      return code;
    },
    async [Symbol.asyncDispose]() {
      tcp.destroy();
    },
  };
  await raw.next('0{');
  return raw;
}

/** Opens one and joins, as far as the snapshot. */
export async function joinRaw(app: { port: number }, auth: object = {}): Promise<Raw> {
  const raw = await openRaw(app);
  raw.say(`40${JSON.stringify({ event: 'show', ...auth })}`);
  await raw.next('42["snapshot"');
  return raw;
}

/** Sends bytes and resolves with the answer's first line and the whole of it, once it is closed or an answer is whole. */
export async function exchange(
  app: { port: number },
  bytes: string | Buffer,
): Promise<{ status: number; text: string }> {
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
