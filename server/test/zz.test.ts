import { expect, test } from 'vitest';
import { sharedRedis, startTestApp } from './app.ts';
import { startRedis } from './redis.ts';
import { gather, join } from './sockets.ts';

test('dup', async () => {
  await using redis = await startRedis();
  const engine = sharedRedis(redis.url);
  await using one = await startTestApp({ engine });
  const others = await Promise.all(Array.from({ length: 5 }, () => startTestApp({ engine })));
  const hosts = gather(await Promise.all(Array.from({ length: 6 }, async () => join(one, { token: await one.host() }))));
  const late = [];
  for (let round = 0; round < 8; round += 1) {
    const said = hosts.map((host, index) => host.run('comment:post', { text: `${round}.${index}` }));
    await said[0];
    const other = others[round];
    if (other) late.push(join(other));
    await Promise.all(said);
  }
  const clients = await Promise.all(late);
  await hosts[0].run('stage:take', { scene: 'wall' });
  for (const client of [...clients, ...hosts]) await client.until('end', ({ state }) => state.stage.scene === 'wall');
  await new Promise((r) => setTimeout(r, 1500));
  for (const client of clients) console.log(client.texts.length, new Set(client.texts).size, client.snapshot.state.comments.length);
  for (const c of [...clients, ...hosts]) c.socket.disconnect();
  for (const app of others) await app[Symbol.asyncDispose]();
  expect(1).toBe(1);
});
