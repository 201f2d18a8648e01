import type { Socket } from 'socket.io';
import { pipeOf, writeInto, type Written } from './broadcast.ts';
import { PROBE } from './whole-frames.ts';

/**
 * One connection of an audience, and how far it is behind. What the process holds back for it can be seen; what the
 * kernel has taken and nobody has read cannot, and that may be megabytes. So now and then a WebSocket ping rides behind
 * a frame, which the client's machine answers when it has got so far; without an answer no more is sent.
 */
export type Reader = {
  write(frame: SharedFrame): Written;
  /** Whether it has read what it was sent. */
  hasCaughtUp(): boolean;
  /** Whether it is hopeless: more waits for it than it may ask us to keep. */
  isFlooded(): boolean;
  /** Closes at once, without waiting for what the client has not read. */
  terminate(): void;
};

/** A frame made once for all, also with a ping behind it. */
export type SharedFrame = { readonly bytes: Buffer; readonly probing: Buffer };

/** Sent between two pings, and how much may be sent before the last one is answered. */
const PROBE_EVERY_BYTES = 64 * 1024;
const MAX_UNREAD_BYTES = 128 * 1024;
/** Of a frame that is large by itself, so many may be on their way. */
const LARGE_FRAMES = 4;
const MAX_QUEUE = { bytes: 1_000_000, packets: 512 };

export function shared(bytes: Buffer): SharedFrame {
  let probing: Buffer | null = null;
  return {
    bytes,
    get probing() {
      return (probing ??= Buffer.concat([bytes, PROBE]));
    },
  };
}

export function createReader(socket: Socket): Reader {
  const pipe = pipeOf(socket);
  const wire = pipe.transport.socket;
  let sent = 0;
  let read = 0;
  /** What had been sent when the ping left that is not answered yet. */
  let asked: number | null = null;
  wire.on('pong', () => {
    read = asked ?? read;
    asked = null;
  });

  return {
    write(frame) {
      const unread = sent - read;
      const { length } = frame.bytes;
      if (unread > Math.max(MAX_UNREAD_BYTES, length * LARGE_FRAMES)) return 'skipped';
      const asks = asked === null && unread + length > PROBE_EVERY_BYTES;
      const written = writeInto(pipe, asks ? frame.probing : frame.bytes);
      if (written === 'skipped' || written === 'closed') return written;
      sent += length;
      if (asks) asked = sent;
      return written;
    },
    hasCaughtUp() {
      if (wire.bufferedAmount > 0 || pipe.writeBuffer.length > 0) return false;
      if (sent - read <= MAX_UNREAD_BYTES) return true;
      if (asked === null && writeInto(pipe, PROBE) === 'written') asked = sent;
      return false;
    },
    isFlooded: () => wire.bufferedAmount > MAX_QUEUE.bytes || pipe.writeBuffer.length > MAX_QUEUE.packets,
    terminate: () => wire.terminate(),
  };
}
