/** RFC 6455 frames in one piece: one buffer and one system call each. Nothing is ever masked here. */

/** A final text frame with the shortest length that fits (5.2). */
export function textFrame(text: string): Buffer {
  const [frame, size] = roomFor(OPCODE.text, Buffer.byteLength(text));
  frame.write(text, size);
  return frame;
}

/** The same around bytes. */
export function binaryFrame(bytes: Uint8Array): Buffer {
  const [frame, size] = roomFor(OPCODE.binary, bytes.length);
  frame.set(bytes, size);
  return frame;
}

const OPCODE = { text: 1, binary: 2 } as const;

/** A final frame without its payload, and where that begins. */
function roomFor(opcode: number, length: number): [frame: Buffer, size: number] {
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(size + length);
  frame[0] = 0x80 | opcode;
  if (size === 2) frame[1] = length;
  else if (size === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return [frame, size];
}

/** A ping without a payload (5.5.2). */
export const PROBE = Buffer.from([0x89, 0]);

/** What is said last (5.5.1). Without a code the other side hears 1005. */
export function closeFrame(code?: number): Buffer {
  return code === undefined ? Buffer.from([0x88, 0]) : Buffer.from([0x88, 2, code >> 8, code & 0xff]);
}

/** The answer to a ping (5.5.3). */
export const pongFrame = (payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x8a, payload.length]), payload]);
