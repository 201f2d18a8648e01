import { expect, test } from 'vitest';
import { commands } from '#shared/protocol/commands.ts';
import { chainHash, GENESIS } from '../lib/chain.ts';
import { startTestApp } from './app.ts';
import { joinRaw, openRaw, wsFrame } from './raw.ts';
import { join } from './sockets.ts';

/** The same seed sends the same bytes: FUZZ_SEED=… repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const CONNECTIONS = 4;
const ROUNDS = 60;
/** As many as a connection may send before it is taken for a flood. */
const FRAMES = 36;

/** Mulberry32: small, and the same everywhere. */
function createRandom(start: number): (below: number) => number {
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
function frame(random: (below: number) => number): Buffer {
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

test(`A17 mutated frames from ${CONNECTIONS} connections, seed ${seed}: the server answers as before`, async () => {
  await using app = await startTestApp();
  const token = await app.host();
  const attack = async (start: number): Promise<void> => {
    const random = createRandom(start);
    const role = (): object => (random(3) === 0 ? { token } : {});
    for (let round = 0; round < ROUNDS; round += 1) {
      await using raw = random(8) > 0 ? await joinRaw(app, role()) : await openRaw(app);
      for (let sent = 0; sent < FRAMES && !raw.isClosed; sent += 1) raw.write(frame(random));
      raw.tcp.end();
      await raw.closed(); // the server has read it all
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => attack(seed + index)));

  const metrics = await (await app.get('/metrics')).text();
  const answered = metrics.matchAll(/^xinli_commands_total\{.*\} (\d+)$/gm);
  expect([...answered].reduce((sum, [, count]) => sum + Number(count), 0)).toBeGreaterThan(1000);
  expect(app.logged.filter((line) => line.includes('unforeseen'))).toEqual([]);

  await app.run('event:start', {});
  await using viewer = await join(app);
  await viewer.run('comment:post', { text: '一切如常' });
  await viewer.until('it is shown', ({ texts }) => texts.includes('一切如常'));
  let hash = GENESIS;
  for (const { hash: recorded, ...record } of (await app.store.readLog(app.slug, 0))?.facts ?? []) {
    hash = chainHash(hash, record);
    expect(recorded).toBe(hash);
  }
});
