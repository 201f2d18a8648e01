import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { draftPoll, openPoll } from './ballots.ts';
import { join, joinMany, refused } from './sockets.ts';

describe.concurrent('the close of a poll', () => {
  test('freezes who was entitled; the reveal tells everyone the final figures', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await viewer.until('counted', ({ state }) => state.gauges.viewers.online === 1);
    const { pollId, vote } = await openPoll(app);
    await viewer.run('poll:vote', vote(1));
    expect(await host.send('poll:reveal', { pollId })).toEqual(refused('CLOSED'));
    expect(await host.run('poll:close', { pollId })).toMatchObject({
      status: 'closed',
      entitled: 1,
      tally: null,
    });
    await viewer.until('closed', ({ state }) => state.polls[0]?.status === 'closed');
    expect(await host.send('poll:open', { pollId })).toEqual(refused('CLOSED'));
    const revealed = await host.run('poll:reveal', { pollId });
    expect(revealed).toMatchObject({ status: 'revealed', tally: { ballots: 1 } });
    expect(await host.run('poll:reveal', { pollId })).toEqual(revealed);
    await viewer.until('revealed', ({ state }) => state.polls[0]?.status === 'revealed');
    expect(viewer.state.polls).toEqual([revealed]);
  });

  test('a retried vote is answered as the first one was, also after it; a first one is not taken', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using stranger = await join(app);
    const { pollId, vote } = await openPoll(app);
    const retried = { ...vote(0), commandId: 'lost-ack' };
    await viewer.run('poll:vote', retried);
    await app.run('poll:close', { pollId });
    expect(await viewer.run('poll:vote', retried)).toEqual({ ...vote(0), repeat: true });
    expect(await stranger.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await app.run('event:end', {});
    expect(await viewer.run('poll:vote', retried)).toEqual({ ...vote(0), repeat: true });
  });

  test('the end of the event is the close of every poll', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const polls = [await openPoll(app), await openPoll(app)];
    const draft = await draftPoll(app);
    await app.run('event:end', {});
    await viewer.until('all closed', ({ state }) => state.polls.every((poll) => poll.status === 'closed'));
    for (const { vote } of polls) expect(await viewer.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await using host = await join(app, { token: await app.host() });
    expect(await host.send('poll:open', { pollId: draft.pollId })).toEqual(refused('CLOSED'));
  });

  test('B6 votes raced over it: what was acknowledged is what is counted', async () => {
    await using app = await startTestApp();
    await using viewers = await joinMany(app, 60);
    const { pollId, options, vote } = await openPoll(app);
    const cast = (from: number, to: number) =>
      viewers.slice(from, to).map((viewer, index) => viewer.send('poll:vote', vote((from + index) % 3)));
    const votes = cast(0, 20);
    await Promise.race(votes);
    votes.push(...cast(20, 40));
    const closing = app.run('poll:close', { pollId });
    votes.push(...cast(40, 59));
    await closing;
    votes.push(...cast(59, 60));
    const acks = await Promise.all(votes);
    expect([acks.at(0)?.ok, acks.at(-1)?.ok]).toEqual([true, false]);
    const late = acks.filter((ack) => !ack.ok);
    expect(late).toEqual(late.map(() => refused('CLOSED')));
    const taken = acks.flatMap((ack, index) => (ack.ok ? [index % 3] : []));
    const counts = Object.fromEntries(
      options.map((id, index) => [id, taken.filter((choice) => choice === index).length]),
    );
    const { tally } = await app.run('poll:reveal', { pollId });
    expect(tally).toEqual({ ballots: taken.length, counts });
  });

  test('a poll with a time to close takes nothing from that moment on, and says so', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await using late = await join(app);
    const { vote } = await openPoll(app, { closesAfterSeconds: 5 });
    await viewer.run('poll:vote', vote(0));
    const poll = await viewer.until('it is open', ({ state }) => state.polls[0]);
    expect(poll.closesAt).toBe(clock.now() + 5000);
    clock.advance(5000);
    expect(await late.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await app.run('stage:take', { scene: 'wall' }); // any fact makes the alarm look at the clock that was moved
    await viewer.until('it is closed', ({ state }) => state.polls[0]?.status === 'closed');
  });

  test('nobody has to be there for it to close', async () => {
    await using app = await startTestApp();
    const { pollId } = await openPoll(app, { closesAfterSeconds: 5 });
    await using viewer = await join(app);
    const closed = await viewer.until('it is closed', ({ state }) =>
      state.polls.find(({ status }) => status === 'closed'),
    );
    expect(closed.id).toBe(pollId);
  });
});
