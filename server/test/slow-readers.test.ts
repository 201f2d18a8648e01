import type { WebSocket } from 'ws';
import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp, type TestApp } from './app.ts';
import { type Client, join } from './sockets.ts';

/** The stock client's own socket, which can be told not to read. */
const wire = ({ socket }: Client): WebSocket =>
  (socket.io.engine.transport as unknown as { ws: WebSocket }).ws;

/** A rundown of some 130 KB, so that a connection that is not read fills within seconds. */
const rundown = (round: number) =>
  Array.from({ length: 100 }, (_, index) => ({ title: `第${round}版第${index}项`, note: '好'.repeat(400) }));

const isBehind = async (app: TestApp): Promise<boolean> =>
  /^xinli_lagging_connections\S* [1-9]/m.test(await (await app.get('/metrics')).text());

/** Sends frame after frame, each of them read by the witness, until somebody else has missed one. */
async function outrun(app: TestApp, witness: Client, pass: (ms: number) => void): Promise<void> {
  for (let round = 0; round < 200 && !(await isBehind(app)); round += 1) {
    pass(50);
    await app.run('rundown:set', { items: rundown(round) });
    await witness.until('this version', ({ state }) => state.rundown[0]?.title.startsWith(`第${round}版`));
  }
  expect(await isBehind(app)).toBe(true);
}

describe('a reader that is too slow for a frame', () => {
  test('gets a snapshot once it has caught up, never the frame behind the one it missed', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using witness = await join(app);
    await using slow = await join(app);
    wire(slow).pause();
    await outrun(app, witness, clock.advance);
    wire(slow).resume();
    for (let round = 0; round < 20; round += 1) {
      clock.advance(50);
      await app.run('stage:take', { scene: 'announcement', text: `${round}` });
      await witness.until(
        'this one',
        ({ state: { stage } }) => stage.scene === 'announcement' && stage.text === `${round}`,
      );
    }
    await slow.until('the second snapshot', ({ snapshots }) => snapshots === 2);
    await app.run('stage:take', { scene: 'wall' });
    for (const client of [slow, witness])
      await client.until('the wall', ({ state }) => state.stage.scene === 'wall');
    expect([slow.state, slow.revision]).toEqual([witness.state, witness.revision]);
    expect(slow.frames.length).toBeLessThan(witness.frames.length);
  });

  test('A9 is cut when it stays behind for ten seconds, and nobody else is', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using witness = await join(app);
    await using slow = await join(app);
    wire(slow).pause();
    await outrun(app, witness, clock.advance);
    const { feed } = await app.events.open(app.slug);
    clock.advance(30_000);
    await expect.poll(() => feed.size, { timeout: 15_000 }).toBe(1);
    wire(slow).resume();
    expect(await slow.until('closed', ({ lost }) => lost)).toBe('transport close');
    expect(witness.lost).toBeNull();
  });
});
