import { randomBytes } from 'node:crypto';

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

/** Takes whole frames, as a server sends them, from the front of what was received. */
export function* readFrames(received: { bytes: Buffer }): Generator<{ opcode: number; payload: Buffer }> {
  for (;;) {
    const { bytes } = received;
    const short = (bytes[1] ?? 0) & 0x7f;
    const from = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length < from) return;
    const length =
      short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
    if (bytes.length < from + length) return;
    received.bytes = bytes.subarray(from + length);
    yield { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(from, from + length) };
  }
}
