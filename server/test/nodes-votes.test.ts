import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { gather, join, refused } from './sockets.ts';

let redis: TestRedis;

describeNodes('votes on two nodes', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('A5 a poll opened on one takes votes on the other at once; a vote on either counts once', async () => {
    await using nodes = await startNodes(redis);
    await using here = await join(nodes.one);
    await using there = await join(nodes.two, { token: here.welcome.token });
    await using neighbour = await join(nodes.two);
    const { pollId, vote } = await openPoll(nodes.one);
    expect(await there.run('poll:vote', vote(0))).toMatchObject({ repeat: false });
    expect(await here.run('poll:vote', vote(0))).toMatchObject({ repeat: true });
    expect(await here.send('poll:vote', vote(1))).toEqual(refused('ALREADY', { details: vote(0) }));
    await neighbour.run('poll:vote', vote(1));
    for (const client of [here, there]) {
      await client.until('both ballots', ({ state }) => state.gauges.tallies[pollId]?.ballots === 2);
    }
    await using back = await join(nodes.one, { token: neighbour.welcome.token });
    expect(back.welcome.you.ballots).toEqual({ [pollId]: vote(1).optionIds });
  });

  test('B6 votes on both nodes raced over the close: what was acknowledged is what is counted', async () => {
    await using nodes = await startNodes(redis);
    const joining = Array.from({ length: 40 }, (_, index) => join(index % 2 === 0 ? nodes.one : nodes.two));
    await using viewers = gather(await Promise.all(joining));
    const { pollId, vote } = await openPoll(nodes.one);
    const cast = (from: number, to: number) =>
      viewers.slice(from, to).map((viewer) => viewer.send('poll:vote', vote(0)));
    const votes = cast(0, 15);
    await Promise.race(votes);
    const closing = nodes.two.run('poll:close', { pollId });
    votes.push(...cast(15, 38));
    await closing;
    votes.push(...cast(38, 40));
    const acks = await Promise.all(votes);
    const late = acks.filter(({ ok }) => !ok);
    expect(late).toEqual(late.map(() => refused('CLOSED')));
    expect(acks.slice(38).map(({ ok }) => ok)).toEqual([false, false]);
    const { tally } = await nodes.one.run('poll:reveal', { pollId });
    expect(tally?.ballots).toBe(acks.length - late.length);
  });
});
