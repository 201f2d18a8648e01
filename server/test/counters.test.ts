import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp, type TestApp } from './app.ts';
import { openPoll } from './ballots.ts';
import { type Client, join, joinMany } from './sockets.ts';
import { until } from './until.ts';

const MINUTE = 60_000;

/** Leaves, and waits until the server knows. */
async function leave(client: Client, app: TestApp): Promise<void> {
  const { feed } = await app.events.open(app.slug);
  const before = feed.size;
  client.socket.disconnect();
  await until('gone', () => feed.size === before - 1);
}

describe('viewers', () => {
  test('B25 two tabs of one viewer are one; screens and the desk are none', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using tab = await join(app, { token: viewer.welcome.token });
    await using stage = await join(app, { role: 'screen' });
    await using host = await join(app, { token: await app.host() });
    for (const client of [viewer, tab, stage, host]) {
      await client.until('one online', ({ state }) => state.gauges.viewers.online === 1);
    }
    await using other = await join(app);
    await stage.until('two online', ({ state }) => state.gauges.viewers.online === 2);
    expect(other.welcome.you.number).not.toBe(viewer.welcome.you.number);
  });

  test('a reload is no departure; who is gone for three seconds is gone', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await leave(viewer, app);
    clock.advance(2999);
    expect(await app.measure()).toMatchObject({ online: 1 });
    await using back = await join(app, { token: viewer.welcome.token });
    clock.advance(10_000);
    expect(await app.measure()).toMatchObject({ online: 1, unique: 1, visits: 1 });
    await leave(back, app);
    clock.advance(3000);
    expect(await app.measure()).toMatchObject({ online: 0, peak: 1 });
  });

  test('a viewer counts as one who watched after five seconds, and once', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using first = await join(app);
    clock.advance(1);
    await using second = await join(app);
    clock.advance(4999);
    expect(await app.measure()).toMatchObject({ online: 2, unique: 1, visits: 1 });
    clock.advance(1);
    expect(await app.measure()).toMatchObject({ unique: 2, visits: 2 });
    await leave(first, app);
    clock.advance(3000);
    await app.measure();
    await using again = await join(app, { token: first.welcome.token });
    clock.advance(5000);
    expect(await app.measure()).toMatchObject({ online: 2, peak: 2, unique: 2, visits: 2 });
    for (const client of [second, again]) {
      await client.until('everyone hears of it', ({ state }) => state.gauges.viewers.unique === 2);
    }
  });

  test('half an hour away makes a visit of its own', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    clock.advance(5000);
    await app.measure();
    await leave(viewer, app);
    clock.advance(3000);
    await app.measure();
    clock.advance(30 * MINUTE);
    await using back = await join(app, { token: viewer.welcome.token });
    clock.advance(5000);
    expect(await app.measure()).toMatchObject({ online: 1, unique: 1, visits: 2 });
    expect(back.welcome.you.id).toBe(viewer.welcome.you.id);
  });

  test('the peak is the most there ever were at once', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewers = await joinMany(app, 4);
    expect(await app.measure()).toMatchObject({ online: 4, peak: 4 });
    for (const viewer of viewers.slice(1)) await leave(viewer, app);
    clock.advance(3000);
    expect(await app.measure()).toMatchObject({ online: 1, peak: 4 });
  });

  test('participations are comments, ballots and batches of reactions, each shown', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const { vote } = await openPoll(app);
    for (let time = 0; time < 2; time += 1) {
      await viewer.run('comment:post', { text: '一', commandId: 'same' });
      await viewer.run('poll:vote', vote(0));
    }
    await host.run('comment:post', { text: '二' });
    for (const count of [50, 1, 2]) await viewer.run('reaction:send', { kind: 'like', count });
    const parts = { participations: 6, comments: 2, ballots: 1, reactionBatches: 3 };
    expect(await app.measure()).toMatchObject(parts);
    await viewer.until('everyone hears of it', ({ state }) => state.gauges.viewers.participations === 6);
    expect(viewer.state.gauges.viewers).toMatchObject(parts);
  });
});
