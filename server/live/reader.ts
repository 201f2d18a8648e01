import { Wire } from './wire.ts';
import { PROBE } from './whole-frames.ts';

/** A frame made once for all, also with a ping behind it. */
export type SharedFrame = { readonly bytes: Buffer; readonly probing: Buffer };

export type Written = 'written' | 'skipped' | 'closed';

/** A reader this far behind is sent nothing but, once it has drained, a snapshot. */
const MAX_BACKLOG_BYTES = 48 * 1024;
/** Sent between two pings, and how much may be sent before the last one is answered. */
const PROBE_EVERY_BYTES = 64 * 1024;
const MAX_UNREAD_BYTES = 128 * 1024;
/** Of a frame that is large by itself, so many may be on their way. */
const LARGE_FRAMES = 4;
/** Whatever waits for whoever does not read: acks are not skipped, so somebody has to stop them. */
const MAX_QUEUE_BYTES = 1_000_000;

export function shared(bytes: Buffer): SharedFrame {
  let probing: Buffer | null = null;
  return {
    bytes,
    get probing() {
      return (probing ??= Buffer.concat([bytes, PROBE]));
    },
  };
}

/**
 * A connection as an audience sees it, and how far it is behind. What the process holds back for it can be seen; what
 * the kernel has taken and nobody has read cannot, and that may be megabytes. So now and then a WebSocket ping rides
 * behind a frame, which the client's machine answers when it has got so far; without an answer no more is sent.
 */
export abstract class Reader extends Wire {
  /** Whether it said that snapshots and frames may come deflated. */
  deflate = false;
  private sent = 0;
  private read = 0;
  /** What had been sent when the ping left that is not answered yet; -1: there is none. */
  private asked = -1;

  /** A frame for everyone: skipped when this one has not read what it was sent. */
  write(frame: SharedFrame): Written {
    if (!this.isOpen) return 'closed';
    const unread = this.sent - this.read;
    const { length } = frame.bytes;
    if (unread > Math.max(MAX_UNREAD_BYTES, length * LARGE_FRAMES)) return 'skipped';
    if (this.backlog > MAX_BACKLOG_BYTES) return 'skipped';
    const asks = this.asked === -1 && unread + length > PROBE_EVERY_BYTES;
    this.put(asks ? frame.probing : frame.bytes);
    this.sent += length;
    if (asks) this.asked = this.sent;
    return 'written';
  }

  /** Whether it has read what it was sent. */
  hasCaughtUp(): boolean {
    if (this.backlog > 0) return false;
    if (this.sent - this.read <= MAX_UNREAD_BYTES) return true;
    if (this.asked === -1) {
      this.put(PROBE);
      this.asked = this.sent;
    }
    return false;
  }

  /** Whether it is hopeless: more waits for it than it may ask us to keep. */
  isFlooded(): boolean {
    return this.backlog > MAX_QUEUE_BYTES;
  }

  protected onPong(): void {
    if (this.asked !== -1) this.read = this.asked;
    this.asked = -1;
  }
}
