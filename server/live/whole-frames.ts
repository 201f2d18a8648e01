import type { Socket as NetSocket } from 'node:net';
import { WebSocket } from 'ws';

/** RFC 6455 frames in one piece: one buffer and one system call each. Nothing is ever compressed or masked here. */

/** A final text frame with the shortest length that fits (5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(size + length);
  frame[0] = 0x81;
  if (size === 2) frame[1] = length;
  else if (size === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, size);
  return frame;
}

/** A ping without a payload (5.5.2). */
export const PROBE = Buffer.from([0x89, 0]);

type Inside = WebSocket & { _socket: NetSocket };

/** Sends text as one buffer, where `ws` writes a header and a payload: acks and pings cost one write less each. */
export class WholeFrameWebSocket extends WebSocket {
  override send(data: unknown, ...rest: unknown[]): void {
    const [done] = rest;
    if (typeof data !== 'string' || this.readyState !== WebSocket.OPEN || typeof done !== 'function')
      return super.send(data as string, ...(rest as []));
    (this as unknown as Inside)._socket.write(textFrame(data), done as (error?: Error | null) => void);
  }
}

/** Holds back what is written in this turn of the event loop and sends it at its end, in one system call. */
export function gatherWrites(wire: NetSocket): void {
  wire.cork();
  setImmediate(() => wire.uncork());
}
