import { unzlibSync } from 'fflate';
import { LIMITS } from '../limits.ts';
import type { EventState } from '../model/state.ts';
import type { Deflated, Frame, SentFrame, Snapshot } from '../protocol/updates.ts';
import { blankState } from './fold.ts';
import { unpackFrame } from './frames.ts';

/**
 * What a frame is likely to repeat, and both ends know: the comments of the folded state it follows (at most fifty), and
 * what every frame is made of. As the state is the same for everyone in an audience, one deflated frame serves all, from
 * the first after a snapshot on. The dictionary of a snapshot is that of the blank state. In UTF-8 bytes.
 */
export function dictionaryOf({ comments, gauges }: EventState): Uint8Array<ArrayBuffer> {
  const said = comments.map(
    ({ text, author }) =>
      `","text":${JSON.stringify(text)},"ms":25,"by":${JSON.stringify(author.id)},"name":${JSON.stringify(author.name)}},{"id":`,
  );
  const { viewers, reactions, flow } = gauges;
  const counted = JSON.stringify({ viewers, reactions, flow });
  return encoder
    .encode(`${said.join('')}"ms":0}],"gauges":${counted}}${FIRST}`)
    .subarray(-LIMITS.dictionaryBytes);
}

/** A frame as it arrived, whole. Throws `Unreadable` when it was deflated with what is not known here. */
export const frameFrom = (sent: SentFrame | Deflated, state: EventState): Frame =>
  unpackFrame(isDeflated(sent) ? (inflate(sent, dictionaryOf(state)) as SentFrame) : sent);

export const snapshotFrom = (sent: Snapshot | Deflated): Snapshot =>
  isDeflated(sent) ? (inflate(sent, dictionaryOf(blankState)) as Snapshot) : sent;

/** Not what can be read with what is known here. */
export class Unreadable extends Error {}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const FIRST = '{"t":17,"epoch":"","revision":1,"facts":[],"comments":[{"id":"';

const isDeflated = (sent: object): sent is Deflated =>
  sent instanceof ArrayBuffer || ArrayBuffer.isView(sent);

/** RFC 1950: two bytes, the dictionary's checksum, the deflated text, its checksum. */
function inflate(sent: Deflated, dictionary: Uint8Array<ArrayBuffer>): unknown {
  const bytes = sent instanceof ArrayBuffer ? new Uint8Array(sent) : sent;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(2, 6);
  if (((a << 24) | (b << 16) | (c << 8) | d) >>> 0 !== adler32(dictionary)) throw new Unreadable();
  try {
    return JSON.parse(decoder.decode(unzip(bytes, dictionary)));
  } catch (error) {
    throw new Unreadable('', { cause: error });
  }
}

/** Most are unpacked into one place; into one of its own what that cannot hold. */
function unzip(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  out ??= new Uint8Array(131_072);
  const unzipped = unzlibSync(bytes, { dictionary, out });
  return unzipped.length < out.length ? unzipped : unzlibSync(bytes, { dictionary });
}
let out: Uint8Array | undefined;

/** RFC 1950, section 9. */
export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += 4096) {
    for (const byte of bytes.subarray(from, from + 4096)) high += low += byte;
    [low, high] = [low % 65_521, high % 65_521];
  }
  return high * 65_536 + low;
}
