import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { draftPoll, openPoll, OPTIONS } from './ballots.ts';
import { joinRaw } from './raw.ts';
import { join, joinMany, refused } from './sockets.ts';

describe('polls', () => {
  test('no viewer hears of a draft; opened, everyone sees it', async () => {
    await using app = await startTestApp();
    await using viewer = await joinRaw(app);
    await using host = await join(app, { token: await app.host() });
    const { pollId, vote } = await draftPoll(app);
    await host.until('the draft', ({ state }) => state.polls[0]?.status === 'draft');
    await host.run('comment:post', { text: '一会儿投票' });
    await viewer.next('42["frame"');
    expect(viewer.bytes).not.toContain(pollId);
    expect(await viewer.ask('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await host.run('poll:open', { pollId });
    await host.until('it is open', ({ state }) => state.polls[0]?.status === 'open');
    await using late = await join(app);
    expect(late.state.polls).toMatchObject([
      { id: pollId, status: 'open', options: OPTIONS.map((label) => ({ label })) },
    ]);
  });

  test('a discarded draft is gone; an open poll is not discarded', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const gone = await draftPoll(app);
    for (let time = 0; time < 2; time += 1) await host.run('poll:discard', { pollId: gone.pollId });
    expect(await host.send('poll:open', { pollId: gone.pollId })).toEqual(refused('INVALID'));
    const { pollId } = await openPoll(app);
    expect(await host.send('poll:discard', { pollId })).toEqual(refused('CLOSED'));
    await host.until('the open one', ({ state }) => state.polls.some(({ status }) => status === 'open'));
    expect(host.state.polls.map(({ id }) => id)).toEqual([pollId]);
  });

  test('V3 one ballot per viewer: the same again is a repeat, another is refused with the first', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using tab = await join(app, { token: viewer.welcome.token });
    const { pollId, options, vote } = await openPoll(app);
    expect(await viewer.run('poll:vote', vote(1))).toEqual({ ...vote(1), repeat: false });
    expect(await tab.run('poll:vote', vote(1))).toEqual({ ...vote(1), repeat: true });
    expect(await tab.send('poll:vote', vote(2))).toEqual(refused('ALREADY', { details: vote(1) }));
    const counts = Object.fromEntries(options.map((id, index) => [id, index === 1 ? 1 : 0]));
    await viewer.until('the tally', ({ state }) => state.gauges.tallies[pollId]?.ballots === 1);
    expect(viewer.state.gauges.tallies[pollId]).toEqual({ ballots: 1, counts });
  });

  test('several choices are one ballot; a changeable one is replaced until the poll closes', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using other = await join(app);
    const { pollId, options, vote } = await openPoll(app, { multiple: 2, changeable: true });
    await viewer.run('poll:vote', vote(2, 0));
    await other.run('poll:vote', vote(0));
    expect(await viewer.run('poll:vote', vote(0, 1))).toEqual({ ...vote(0, 1), repeat: false });
    expect(await viewer.send('poll:vote', vote(0, 1, 2))).toEqual(refused('INVALID'));
    await app.run('poll:close', { pollId });
    expect(await viewer.send('poll:vote', vote(2))).toEqual(refused('CLOSED'));
    const { tally } = await app.run('poll:reveal', { pollId });
    const counts = Object.fromEntries(options.map((id, index) => [id, [2, 1, 0][index]]));
    expect(tally).toEqual({ ballots: 2, counts });
  });

  test('live results are everyone’s while votes come in', async () => {
    await using app = await startTestApp();
    await using viewers = await joinMany(app, 5);
    await using stage = await join(app, { role: 'screen' });
    const { pollId, options, vote } = await openPoll(app);
    for (const [index, viewer] of viewers.entries()) await viewer.run('poll:vote', vote(index % 2));
    const counts = Object.fromEntries(options.map((id, index) => [id, [3, 2, 0][index]]));
    for (const client of [...viewers, stage]) {
      await client.until('five ballots', ({ state }) => state.gauges.tallies[pollId]?.ballots === 5);
      expect(client.state.gauges.tallies[pollId]).toEqual({ ballots: 5, counts });
    }
  });

  test('who comes back finds their own ballots, and no one else’s', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using other = await join(app);
    const { pollId, vote } = await openPoll(app, { multiple: 2 });
    await viewer.run('poll:vote', vote(0, 2));
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you).toEqual({ ...viewer.welcome.you, ballots: { [pollId]: vote(0, 2).optionIds } });
    await using neighbour = await join(app, { token: other.welcome.token });
    expect(neighbour.welcome.you.ballots).toEqual({});
  });

  test('two hosts at once on one poll: one effect, and both are told the same', async () => {
    await using app = await startTestApp();
    await using one = await join(app, { token: await app.host() });
    await using two = await join(app, { token: await app.host() });
    await using viewer = await join(app);
    const { pollId } = await draftPoll(app);
    for (const name of ['poll:open', 'poll:close', 'poll:reveal'] as const) {
      const [first, second] = await Promise.all([one.run(name, { pollId }), two.run(name, { pollId })]);
      expect(second).toEqual(first);
    }
    await viewer.until('revealed', ({ state }) => state.polls[0]?.status === 'revealed');
    const told = viewer.frames.flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(told).toEqual(['poll:opened', 'poll:closed', 'poll:revealed']);
  });
});
