import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { upgradeRequest } from './exchange.ts';
import { until } from './until.ts';
import { CLOSE, readFrames, TEXT, type WsFrame, wsFrame } from './ws-frame.ts';

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

/** Opens a WebSocket as far as Engine.IO's own greeting. */
export async function openRaw(app: { port: number }): Promise<Raw> {
  const tcp = connect(app.port, '127.0.0.1');
  tcp.setNoDelay(true);
  await once(tcp, 'connect');
  tcp.write(upgradeRequest());

  const texts: string[] = [];
  const received = { bytes: Buffer.alloc(0) };
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
    received.bytes = Buffer.concat([received.bytes, chunk]);
    const end = isUpgraded ? -4 : received.bytes.indexOf('\r\n\r\n');
    if (!isUpgraded && end === -1) return;
    isUpgraded = true;
    received.bytes = received.bytes.subarray(end + 4);
    for (const { opcode, payload } of readFrames(received)) {
      if (opcode === TEXT) texts.push(payload.toString());
      if (opcode === CLOSE) {
        code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        tcp.end(wsFrame({ opcode: CLOSE, payload }));
      }
    }
  });

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
