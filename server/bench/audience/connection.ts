import { connect as openSocket, type Socket } from 'node:net';
import { DEFLATE_FORM } from '#shared/protocol/version.ts';
import { OPCODE, PONG, readHead, textFrame } from './frames.ts';

/** How a server is spoken to: ours, Socket.IO as its tutorial uses it, or a bare WebSocket. */
export type Dialect = 'xinli' | 'socket.io' | 'ws';

export type Target = {
  port: number;
  dialect: Dialect;
  path: string;
  /** The event joined, in our dialect. */
  event: string;
  /** Whether deflated frames are asked for, in our dialect: as pages do. */
  deflate: boolean;
};

export type Listener = {
  joined(): void;
  refused(reason: string): void;
  /** What there is so far, in our dialect: before `joined`, and in place of what was missed. */
  pictured(payload: Buffer, isDeflated: boolean): void;
  /** Something for everyone. */
  heard(payload: Buffer, isDeflated: boolean): void;
  answered(id: number, payload: Buffer): void;
  closed(): void;
};

export type Connection = {
  /** From the welcome: who this is, to come back with. */
  readonly token: string;
  say(text: string): void;
  /** Stops reading, or reads no more than so many bytes each second. */
  slowTo(bytesPerSecond: number): void;
  hangUp(): void;
};

/** All sockets read into the same memory: what is read is dealt with before the next one reads. */
const memory = Buffer.allocUnsafe(256 * 1024);
/** So many get their port from the kernel; when half of its 28,000 are taken it searches for each, longer than a join takes. */
const FROM_THE_KERNEL = 12_000;
/** The others name theirs, on loopback addresses of this process alone: an address without a port makes it search as well. */
const PORTS = { first: 10_000, count: 20_000 };
let named = 0;

function ownPort(): { localAddress: string; localPort: number } {
  const { pid } = process;
  const turn = Math.floor(named / PORTS.count) % 250;
  const localPort = PORTS.first + (named++ % PORTS.count);
  return { localAddress: `127.${1 + ((pid >> 8) % 250)}.${pid % 256}.${1 + turn}`, localPort };
}

const DIGIT = { '0': 0x30, '2': 0x32, '3': 0x33, '4': 0x34, '5': 0x35 } as const;

/** A viewer made of a raw socket that speaks just enough of WebSocket, Engine.IO 4 and Socket.IO 5. */
export function connect(target: Target, index: number, token: string, listener: Listener): Connection {
  let rest: Buffer | null = null;
  let state: 'http' | 'open' | 'joined' | 'closed' = 'http';
  let awaits: 'frame' | 'snapshot' = 'frame';
  let bearer = token;
  let allowance = Number.POSITIVE_INFINITY;
  let refill: NodeJS.Timeout | undefined;

  const socket: Socket = openSocket({
    host: '127.0.0.1',
    port: target.port,
    ...(index >= FROM_THE_KERNEL && ownPort()),
    noDelay: true,
    onread: {
      buffer: memory,
      callback(count) {
        receive(memory.subarray(0, count));
        allowance -= count;
        return allowance > 0;
      },
    },
  });
  socket.on('error', () => undefined); // always followed by close
  socket.on('close', () => {
    clearInterval(refill);
    if (state === 'closed') return;
    if (state !== 'joined') listener.refused('the connection closed');
    else listener.closed();
    state = 'closed';
  });
  socket.write(
    `GET ${target.path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );

  function receive(chunk: Buffer): void {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (state === 'http') {
      const end = bytes.indexOf('\r\n\r\n');
      if (end === -1) return void (rest = Buffer.from(bytes));
      if (!bytes.subarray(0, 12).equals(SWITCHING)) return refuse(bytes.subarray(0, 40).toString());
      at = end + 4;
      state = 'open';
      if (target.dialect === 'ws') join();
    }
    for (let head = readHead(bytes, at); head !== null; head = readHead(bytes, at)) {
      if (head.opcode === OPCODE.ping) socket.write(PONG);
      else if (head.opcode === OPCODE.close) return void socket.destroy();
      else if (head.opcode === OPCODE.text) understand(bytes.subarray(head.start, head.end));
      else if (head.opcode === OPCODE.binary) attached(bytes.subarray(head.start, head.end));
      at = head.end;
    }
    rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
  }

  function understand(payload: Buffer): void {
    if (target.dialect === 'ws') return listener.heard(payload, false);
    const [type, kind] = payload;
    if (type === DIGIT['0']) return say(`40${authOf(target, bearer)}`);
    if (type === DIGIT['2']) return say('3');
    if (type !== DIGIT['4']) return;
    if (kind === DIGIT['0'] && target.dialect === 'socket.io') join();
    else if (kind === DIGIT['4']) refuse(payload.toString());
    else if (kind === DIGIT['3']) answer(payload);
    else if (kind === DIGIT['2']) news(payload);
    else if (kind === DIGIT['5']) awaits = startsWith(payload, FRAME_AHEAD) ? 'frame' : 'snapshot';
  }

  function answer(payload: Buffer): void {
    const end = payload.indexOf('[');
    listener.answered(Number(payload.toString('latin1', 2, end)), payload.subarray(end));
  }

  function news(payload: Buffer): void {
    if (target.dialect === 'socket.io' || startsWith(payload, FRAME)) listener.heard(payload, false);
    else if (startsWith(payload, SNAPSHOT)) picture(payload, false);
    else if (startsWith(payload, WELCOME))
      bearer = /"token":"([^"]*)"/.exec(payload.toString())?.[1] ?? bearer;
  }

  /** The bytes that the text before announced. */
  function attached(payload: Buffer): void {
    if (awaits === 'frame') listener.heard(payload, true);
    else picture(payload, true);
  }

  function picture(payload: Buffer, isDeflated: boolean): void {
    listener.pictured(payload, isDeflated);
    join();
  }

  function join(): void {
    if (state === 'joined') return; // a snapshot in place of frames that were missed
    state = 'joined';
    listener.joined();
  }

  function refuse(reason: string): void {
    if (state === 'closed') return;
    state = 'closed';
    listener.refused(reason);
    socket.destroy();
  }

  const say = (text: string): void => void socket.write(textFrame(text));

  return {
    get token() {
      return bearer;
    },
    say,
    slowTo(bytesPerSecond) {
      clearInterval(refill);
      allowance = bytesPerSecond;
      if (bytesPerSecond === 0) return void socket.pause();
      refill = setInterval(() => {
        allowance = bytesPerSecond;
        socket.resume();
      }, 1000);
    },
    hangUp() {
      state = 'closed';
      socket.destroy();
    },
  };
}

const SWITCHING = Buffer.from('HTTP/1.1 101');
const [FRAME, SNAPSHOT, WELCOME] = ['42["frame"', '42["snapshot"', '42["welcome"'].map((text) =>
  Buffer.from(text),
) as [Buffer, Buffer, Buffer];

const FRAME_AHEAD = Buffer.from('451-["frame"');

const startsWith = (payload: Buffer, start: Buffer): boolean =>
  payload.length >= start.length && payload.compare(start, 0, start.length, 0, start.length) === 0;

const authOf = ({ dialect, event, deflate }: Target, token: string): string =>
  dialect === 'xinli'
    ? JSON.stringify({ event, deflate: deflate ? DEFLATE_FORM : 0, ...(token !== '' && { token }) })
    : '';
