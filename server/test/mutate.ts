import { commands } from '#shared/protocol/commands.ts';
import { wsFrame } from './ws-frame.ts';

/** Mulberry32: small, and the same everywhere. */
export function createRandom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const VALUES = [
  'null',
  'true',
  '-1',
  '1e309',
  '""',
  '"x"',
  '[]',
  '{}',
  '"v1"',
  '"__proto__"',
  '"\\ud800"',
  '9007199254740993',
  '"\\u0000"',
  '[[[[[[1]]]]]]',
];
const FIELDS = [
  'text',
  'commandId',
  'pollId',
  'optionIds',
  'kind',
  'count',
  'nickname',
  'viewerId',
  '__proto__',
  'constructor',
  'scene',
  'items',
];
const PACKETS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '40',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '42/admin,',
  '42[',
  '451-',
  '40{"event":"show"}',
];

/** One message: a command with something wrong in it, a packet of another kind, or either with its characters shuffled. */
function message(random: (below: number) => number): string {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const name = random(30) === 0 ? pick(VALUES) : JSON.stringify(pick(Object.keys(commands)));
  const fields = Array.from({ length: random(4) }, () => `${JSON.stringify(pick(FIELDS))}:${pick(VALUES)}`);
  const event = `42${random(12) === 0 ? '' : random(1000)}[${name},{${fields.join()}}${random(8) === 0 ? `,${pick(VALUES)}` : ''}]`;
  let text = random(30) === 0 ? pick(PACKETS) + pick(VALUES) : event;
  for (let changes = random(20) === 0 ? random(6) : 0; changes > 0; changes -= 1) {
    const at = random(text.length + 1);
    text =
      text.slice(0, at) +
      String.fromCodePoint(random(2) === 0 ? random(128) : random(0xd800)) +
      text.slice(at + random(3));
  }
  return text;
}

/** The frame around it, now and then a wrong one. */
export function mutatedFrame(random: (below: number) => number): Buffer {
  const payload = message(random);
  if (random(200) > 0) return wsFrame({ payload });
  const bytes = wsFrame({
    payload,
    opcode: random(16),
    fin: random(2) === 0,
    rsv: random(8),
    isMasked: random(4) > 0,
  });
  return bytes.subarray(0, random(2) === 0 ? bytes.length : random(bytes.length));
}
