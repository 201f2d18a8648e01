import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { join, joinMany, refused } from './sockets.ts';

describe('reactions', () => {
  test('taps of every viewer add up, kind by kind', async () => {
    await using app = await startTestApp();
    await using viewers = await joinMany(app, 3);
    await using stage = await join(app, { role: 'screen' });
    for (const [index, viewer] of viewers.entries()) {
      await viewer.run('reaction:send', { kind: 'like', count: 10 + index });
      await viewer.run('reaction:send', { kind: 'fire', count: 1 });
    }
    await stage.until('the sums', ({ state }) => state.gauges.reactions.fire === 3);
    expect(stage.state.gauges.reactions).toEqual({ like: 33, heart: 0, flower: 0, applause: 0, fire: 3 });
  });

  test('fifty-one, none, half a tap or an unknown kind are refused, and so is everything after the end', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const send = (kind: string, count: number) =>
      viewer.send('reaction:send', { kind: kind as 'like', count });
    for (const count of [51, 0, -1, 0.5]) expect(await send('like', count)).toEqual(refused('INVALID'));
    for (const kind of ['dislike', '__proto__', 'constructor']) {
      expect(await send(kind, 1)).toEqual(refused('INVALID'));
    }
    await app.run('event:end', {});
    expect(await send('like', 1)).toEqual(refused('CLOSED'));
    expect(await app.measure()).toMatchObject({ reactionBatches: 0 });
  });

  test('twenty batches at once, then ten a second: a faster thumb is told to wait', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const tap = () => viewer.send('reaction:send', { kind: 'like', count: 1 });
    const acks = await Promise.all(Array.from({ length: 30 }, tap));
    const early = acks.filter((ack) => !ack.ok);
    expect(early.length).toBeGreaterThan(0);
    expect(early).toEqual(
      early.map(() => refused('RATE', { retryable: true, retryAfterMs: expect.any(Number) as number })),
    );
    expect(await app.measure()).toMatchObject({ reactionBatches: acks.length - early.length });
  });
});
