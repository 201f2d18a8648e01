import { expect, test } from 'vitest';
import { chainHash, GENESIS } from '../lib/chain.ts';
import { startTestApp } from './app.ts';
import { createRandom, mutatedFrame } from './mutate.ts';
import { joinRaw, openRaw } from './raw.ts';
import { join } from './sockets.ts';

/** The same seed sends the same messages: FUZZ_SEED=… repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const CONNECTIONS = 4;
const ROUNDS = 60;
/** As many as a connection may send before it is taken for a flood. */
const FRAMES = 36;

test(`A17 mutated frames from ${CONNECTIONS} connections, seed ${seed}: the server answers as before`, async () => {
  await using app = await startTestApp();
  const token = await app.host();
  const attack = async (start: number): Promise<void> => {
    const random = createRandom(start);
    const role = (): object => (random(3) === 0 ? { token } : {});
    for (let round = 0; round < ROUNDS; round += 1) {
      await using raw = random(8) > 0 ? await joinRaw(app, role()) : await openRaw(app);
      for (const frame of Array.from({ length: FRAMES }, () => mutatedFrame(random))) raw.write(frame);
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
