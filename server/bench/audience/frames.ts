/** RFC 6455 as a client needs it: one frame out, and where the next one ends. */

/** A masked text frame, with the mask zero, so that the payload stays as it is. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < 126 ? 6 : 8;
  const frame = Buffer.alloc(header + length);
  frame[0] = 0x81;
  if (length < 126) frame[1] = 0x80 | length;
  else {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  }
  frame.write(text, header);
  return frame;
}

export const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9 } as const;

export type Head = { opcode: number; start: number; end: number };

/** The frame that begins at `at`, or null while it is not all there. */
export function readHead(bytes: Buffer, at: number): Head | null {
  if (bytes.length - at < 2) return null;
  const first = bytes[at] as number;
  const short = (bytes[at + 1] as number) & 0x7f;
  const size = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length - at < size) return null;
  const length =
    short === 126
      ? bytes.readUInt16BE(at + 2)
      : short === 127
        ? Number(bytes.readBigUInt64BE(at + 2))
        : short;
  const start = at + size;
  if (bytes.length < start + length) return null;
  return { opcode: first & 0x0f, start, end: start + length };
}
