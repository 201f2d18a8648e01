import { isUtf8 } from 'node:buffer';
import { Socket } from 'node:net';
import { LIMITS } from '#shared/limits.ts';
import { closeFrame, pongFrame } from './whole-frames.ts';

/** What one message may be made of, and in how many pieces one frame may arrive. */
export const WIRE_LIMITS = {
  messageBytes: LIMITS.messageBytes,
  fragments: 16,
  pieces: 256,
};

/** How long a connection that was told to close may take to go. */
const LINGER_MS = 5_000;

const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** RFC 6455, section 7: why a connection is closed. */
const WRONG = { protocol: 1002, text: 1007, tooMany: 1008, tooLong: 1009 } as const;

/**
 * The server's end of one WebSocket, straight on its TCP connection: text messages in, whole frames out. There are as
 * many of these as there are viewers, so it is a class whose methods are shared, not a set of closures: what is kept
 * for a viewer who only watches is this object and Node's own socket. No compression is ever agreed on, and binary
 * frames are read from nobody.
 */
export abstract class Wire {
  protected readonly socket: Socket;
  /** Until either side has said that it closes. */
  isOpen = true;
  /** The beginning of a frame whose end has not come, and in how many pieces it came. */
  private rest: Buffer | null = null;
  private pieces = 0;
  /** The beginning of a message whose last fragment has not come. */
  private fragments: Buffer[] | null = null;

  /** From here on the connection is read here alone, whatever it has been before. */
  constructor(socket: Socket) {
    this.socket = takeOver(socket);
    (this.socket as Wired)[WIRE] = this;
    this.socket.on('data', onData);
    this.socket.on('end', onEnd);
    this.socket.on('error', onError);
    this.socket.on('close', onClose);
  }

  /** Whether the client may send one more message of so many bytes: asked before anything reads it. */
  protected abstract affords(bytes: number): boolean;
  /** A whole text message. */
  protected abstract onText(text: string): void;
  /** The answer to a ping. */
  protected abstract onPong(): void;
  /** Nothing more will come or go. */
  protected abstract onGone(): void;
  /** The TCP connection is no more. */
  protected abstract onEnded(): void;

  /** Bytes that wait in this process. */
  get backlog(): number {
    return this.socket.writableLength;
  }

  put(frame: Buffer): void {
    if (this.isOpen) this.socket.write(frame);
  }

  /** What `write` writes leaves in one piece. */
  together(write: () => void): void {
    this.socket.cork();
    write();
    this.socket.uncork();
  }

  /** Says so and closes; without a code the client takes it for a lost connection and comes back. */
  close(code?: number): void {
    if (!this.isOpen) return;
    this.socket.end(closeFrame(code));
    this.leave();
    setTimeout(() => this.socket.destroy(), LINGER_MS).unref();
  }

  /** Closes at once, without waiting for what the client has not read. */
  terminate(): void {
    this.socket.destroy();
    this.leave();
  }

  /** Bytes from the client, however they are cut. They are changed, and nobody's when this returns. */
  receive(chunk: Buffer): void {
    if (!this.isOpen) return;
    const bytes = this.rest === null ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = null;
    let at = 0;
    while (at < bytes.length && this.isOpen) {
      const length = this.readFrame(bytes, at);
      if (length === 0) {
        this.pieces += 1;
        if (this.pieces > WIRE_LIMITS.pieces) return this.close(WRONG.tooMany);
        this.rest = Buffer.from(bytes.subarray(at)); // a copy: what is read next lies in the same place
        return;
      }
      this.pieces = 0;
      at += length;
    }
  }

  /** Reads the frame that begins at `at`; how long it was, or 0 while it is not all there. */
  private readFrame(bytes: Buffer, at: number): number {
    const there = bytes.length - at;
    if (there < 2) return 0;
    const [first, second] = [bytes[at] as number, bytes[at + 1] as number];
    const opcode = first & 0x0f;
    const isFinal = (first & 0x80) !== 0;
    const short = second & 0x7f;
    const size = short < 126 ? 6 : short === 126 ? 8 : 14;
    if (!this.isAllowed(first, second)) return this.fail(WRONG.protocol);
    if (there < size) return 0;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : longLength(bytes, at + 2);
    if (opcode <= OPCODE.binary && length + this.fragmentBytes() > WIRE_LIMITS.messageBytes)
      return this.fail(WRONG.tooLong);
    if (there < size + length) return 0;
    const payload = bytes.subarray(at + size, at + size + length);
    unmask(payload, bytes, at + size - 4);
    if (opcode >= OPCODE.close) this.control(opcode, payload);
    else this.data(opcode, isFinal, payload);
    return size + length;
  }

  /** What the first two bytes may say (5.2, 5.4, 5.5). */
  private isAllowed(first: number, second: number): boolean {
    const opcode = first & 0x0f;
    const length = second & 0x7f;
    if ((first & 0x70) !== 0 || (second & 0x80) === 0) return false;
    if (opcode === OPCODE.continuation) return this.fragments !== null;
    if (opcode <= OPCODE.binary) return this.fragments === null;
    if (opcode < OPCODE.close || opcode > OPCODE.pong) return false;
    return (first & 0x80) !== 0 && length < 126 && !(opcode === OPCODE.close && length === 1);
  }

  private control(opcode: number, payload: Buffer): void {
    if (!this.affords(payload.length)) return this.close();
    if (opcode === OPCODE.pong) return this.onPong();
    if (opcode === OPCODE.ping) return this.put(pongFrame(payload));
    if (payload.length === 0) return this.close();
    const code = payload.readUInt16BE(0);
    if (!isCloseCode(code)) return this.close(WRONG.protocol);
    this.close(isUtf8(payload.subarray(2)) ? code : WRONG.text);
  }

  private data(opcode: number, isFinal: boolean, payload: Buffer): void {
    if (opcode === OPCODE.binary) return this.close();
    if (this.fragments === null && isFinal) return this.text(payload);
    // A copy: a fragment must not hold on to the memory of all that came with it.
    const fragments = [...(this.fragments ?? []), Buffer.from(payload)];
    if (fragments.length > WIRE_LIMITS.fragments) return this.close(WRONG.tooMany);
    this.fragments = isFinal ? null : fragments;
    if (isFinal) this.text(Buffer.concat(fragments));
  }

  private text(payload: Buffer): void {
    if (!this.affords(payload.length)) return this.close();
    if (!isUtf8(payload)) return this.close(WRONG.text);
    this.onText(payload.toString());
  }

  private fragmentBytes(): number {
    return this.fragments === null ? 0 : this.fragments.reduce((sum, { length }) => sum + length, 0);
  }

  private fail(code: number): number {
    this.close(code);
    return 1;
  }

  /** The other side has closed its half, or all of it. */
  hangUp(isOver: boolean): void {
    if (!isOver) this.socket.end();
    this.leave();
    if (isOver) this.onEnded();
  }

  private leave(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    [this.rest, this.fragments] = [null, null];
    this.onGone();
  }
}

const WIRE = Symbol('wire');
type Wired = Socket & { [WIRE]: Wire };

// One function each for all connections.
function onData(this: Socket, chunk: Buffer): void {
  (this as Wired)[WIRE].receive(chunk);
}
function onEnd(this: Socket): void {
  (this as Wired)[WIRE].hangUp(false);
}
function onError(): void {} // always followed by `close`
function onClose(this: Socket): void {
  (this as Wired)[WIRE].hangUp(true);
}

/** What is read in this process, one piece at a time. */
const inbox = Buffer.allocUnsafeSlow(64 * 1024);
const onread = {
  buffer: inbox,
  callback(this: Wired, length: number): boolean {
    this[WIRE].receive(inbox.subarray(0, length));
    return true;
  },
};

/**
 * The connection of a socket that an HTTP server made, under a socket that reads into one place for all of them. The
 * server's own would allocate 64 KB for each piece that comes, however small, and pass it through a stream: most of
 * what a client's answer to a ping costs. `handle` is how Node itself makes sockets, though it does not say so.
 */
function takeOver(socket: Socket): Socket {
  const old = socket as Socket & Kept;
  if (!old._handle) return socket;
  const options = { handle: old._handle, allowHalfOpen: true, onread };
  old._handle = null;
  const own = new Socket(options as object) as Socket & Kept;
  [own._server, old._server] = [old._server, null]; // which waits for its connections when it closes
  return own;
}
type Kept = { _handle: unknown; _server: unknown };

/** Beyond what can be counted is too long as well. */
const longLength = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64BE(at));

function unmask(payload: Buffer, bytes: Buffer, mask: number): void {
  for (let index = 0; index < payload.length; index += 1)
    payload[index] = (payload[index] as number) ^ (bytes[mask + (index & 3)] as number);
}

/** Codes that may be said (7.4): those of the protocol that are not reserved, and those for libraries and programs. */
const isCloseCode = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006) ||
  (code >= 3000 && code <= 4999);
