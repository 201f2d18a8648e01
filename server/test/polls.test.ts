import { describe, expect, test } from 'vitest';
import type { RawInput } from '#shared/protocol/commands.ts';
import { holdClock, startTestApp, type TestApp } from './app.ts';
import { joinRaw } from './raw.ts';
import { type Client, join, refused } from './sockets.ts';

const choices = ['合唱', '舞蹈', '演讲'];
const pollOf = (client: Client) => client.state.polls[0];

/** A draft, and its options' ids by index. */
async function draft(app: TestApp, more: Partial<RawInput<'poll:create'>> = {}) {
  const { pollId, optionIds } = await app.run('poll:create', {
    question: '最期待哪个?',
    options: choices,
    ...more,
  });
  return {
    pollId,
    vote: (...indexes: number[]) => ({ pollId, optionIds: indexes.map((index) => optionIds[index]!) }),
  };
}
async function open(app: TestApp, more: Partial<RawInput<'poll:create'>> = {}) {
  const poll = await draft(app, more);
  await app.run('poll:open', { pollId: poll.pollId });
  return poll;
}

describe('polls', () => {
  test('no viewer hears of a draft; opened, everyone sees it', async () => {
    await using app = await startTestApp();
    await using viewer = await joinRaw(app);
    await using host = await join(app, { token: await app.host() });
    const { pollId } = await draft(app);
    await host.until('the draft', ({ state }) => state.polls[0]?.status === 'draft');
    await host.run('comment:post', { text: '一会儿投票' });
    await viewer.next('42["frame"');
    expect(viewer.bytes).not.toContain(pollId);
    expect(await viewer.ask('poll:vote', { pollId, optionIds: [`${pollId}.0`] })).toEqual(refused('CLOSED'));
    await host.run('poll:open', { pollId });
    await host.until('it is open', ({ state }) => state.polls[0]?.status === 'open');
    await using late = await join(app);
    expect(pollOf(late)).toMatchObject({
      id: pollId,
      status: 'open',
      options: choices.map((label) => ({ label })),
    });
  });

  test('a discarded draft is gone; an open poll is not discarded', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const gone = await draft(app);
    for (let time = 0; time < 2; time += 1) await host.run('poll:discard', { pollId: gone.pollId });
    expect(await host.send('poll:open', { pollId: gone.pollId })).toEqual(refused('INVALID'));
    const { pollId } = await open(app);
    expect(await host.send('poll:discard', { pollId })).toEqual(refused('CLOSED'));
    await host.until(
      'the open one alone',
      ({ state }) => state.polls.length === 1 && state.polls[0]?.id === pollId,
    );
  });

  test('V3 one ballot per viewer: the same again is a repeat, another is refused with the first', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using tab = await join(app, { token: viewer.welcome.token });
    const { pollId, vote } = await open(app);
    expect(await viewer.run('poll:vote', vote(1))).toEqual({ ...vote(1), repeat: false });
    expect(await tab.run('poll:vote', vote(1))).toEqual({ ...vote(1), repeat: true });
    expect(await tab.send('poll:vote', vote(2))).toEqual(refused('ALREADY', { details: vote(1) }));
    const tally = await viewer.until(
      'the tally',
      ({ state }) => state.gauges.tallies[pollId]?.ballots === 1 && state.gauges.tallies[pollId],
    );
    expect(tally).toEqual({
      ballots: 1,
      counts: { [`${pollId}.0`]: 0, [`${pollId}.1`]: 1, [`${pollId}.2`]: 0 },
    });
  });

  test('several choices are one ballot; a changeable one is replaced until the poll closes', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using other = await join(app);
    const { pollId, vote } = await open(app, { multiple: 2, changeable: true });
    await viewer.run('poll:vote', vote(2, 0));
    await other.run('poll:vote', vote(0));
    expect(await viewer.run('poll:vote', vote(0, 1))).toEqual({ ...vote(0, 1), repeat: false });
    expect(await viewer.send('poll:vote', vote(0, 1, 2))).toEqual(refused('INVALID'));
    await app.run('poll:close', { pollId });
    expect(await viewer.send('poll:vote', vote(2))).toEqual(refused('CLOSED'));
    const { tally } = await app.run('poll:reveal', { pollId });
    expect(tally).toEqual({
      ballots: 2,
      counts: { [`${pollId}.0`]: 2, [`${pollId}.1`]: 1, [`${pollId}.2`]: 0 },
    });
  });

  test('live results are everyone’s while votes come in', async () => {
    await using app = await startTestApp();
    const viewers = await Promise.all(Array.from({ length: 5 }, () => join(app)));
    await using stage = await join(app, { role: 'screen' });
    const { pollId, vote } = await open(app);
    for (const [index, viewer] of viewers.entries()) await viewer.run('poll:vote', vote(index % 2));
    for (const client of [...viewers, stage]) {
      await client.until('five ballots', ({ state }) => state.gauges.tallies[pollId]?.ballots === 5);
      expect(client.state.gauges.tallies[pollId]?.counts[`${pollId}.0` as never]).toBe(3);
    }
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]();
  });

  test('a retried vote is answered as the first one was, also after the poll has closed', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using stranger = await join(app);
    const { pollId, vote } = await open(app);
    await viewer.run('poll:vote', { ...vote(0), commandId: 'lost-ack' });
    await app.run('poll:close', { pollId });
    expect(await viewer.run('poll:vote', { ...vote(0), commandId: 'lost-ack' })).toEqual({
      ...vote(0),
      repeat: true,
    });
    expect(await stranger.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await app.run('event:end', {});
    expect(await viewer.run('poll:vote', { ...vote(0), commandId: 'lost-ack' })).toEqual({
      ...vote(0),
      repeat: true,
    });
  });

  test('who comes back finds their own ballots, and no one else’s', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using other = await join(app);
    const { pollId, vote } = await open(app, { multiple: 2 });
    await viewer.run('poll:vote', vote(0, 2));
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you).toMatchObject({
      id: viewer.welcome.you.id,
      ballots: { [pollId]: vote(0, 2).optionIds },
    });
    await using neighbour = await join(app, { token: other.welcome.token });
    expect(neighbour.welcome.you.ballots).toEqual({});
  });

  test('closing freezes who was entitled; the reveal tells everyone the final figures', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await viewer.until('counted', ({ state }) => state.gauges.viewers.online === 1);
    const { pollId, vote } = await open(app);
    await viewer.run('poll:vote', vote(1));
    expect(await host.send('poll:reveal', { pollId })).toEqual(refused('CLOSED'));
    expect(await host.run('poll:close', { pollId })).toMatchObject({
      status: 'closed',
      entitled: 1,
      tally: null,
    });
    await viewer.until('closed', (client) => pollOf(client)?.status === 'closed');
    expect(await host.send('poll:open', { pollId })).toEqual(refused('CLOSED'));
    const first = await host.run('poll:reveal', { pollId });
    expect(await host.run('poll:reveal', { pollId })).toEqual(first);
    const shown = await viewer.until(
      'revealed',
      (client) => pollOf(client)?.status === 'revealed' && pollOf(client),
    );
    expect(shown).toEqual(first);
    expect(shown.tally?.ballots).toBe(1);
  });

  test('ending the event closes every open poll', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const polls = [await open(app), await open(app)];
    await app.run('event:end', {});
    await viewer.until('all closed', ({ state }) => state.polls.every((poll) => poll.status === 'closed'));
    for (const { vote } of polls) expect(await viewer.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await using host = await join(app, { token: await app.host() });
    const { pollId } = await draft(app);
    expect(await host.send('poll:open', { pollId })).toEqual(refused('CLOSED'));
  });

  test('two hosts at once on one poll: one effect, and both are told the same', async () => {
    await using app = await startTestApp();
    await using one = await join(app, { token: await app.host() });
    await using two = await join(app, { token: await app.host() });
    await using viewer = await join(app);
    const { pollId } = await draft(app);
    for (const name of ['poll:open', 'poll:close', 'poll:reveal'] as const) {
      const [first, second] = await Promise.all([one.run(name, { pollId }), two.run(name, { pollId })]);
      expect(second).toEqual(first);
    }
    await viewer.until('revealed', (client) => pollOf(client)?.status === 'revealed');
    const told = viewer.frames.flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(told.filter((type) => type.startsWith('poll:'))).toEqual([
      'poll:opened',
      'poll:closed',
      'poll:revealed',
    ]);
  });
});

describe.concurrent('the close of a poll', () => {
  test('B6 votes raced over the close: what was acknowledged is what is counted', async () => {
    await using app = await startTestApp();
    const viewers = await Promise.all(Array.from({ length: 60 }, () => join(app)));
    const { pollId, vote } = await open(app);
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
    const taken = acks.flatMap((ack, index) => (ack.ok ? [index % 3] : []));
    for (const ack of acks) if (!ack.ok) expect(ack).toEqual(refused('CLOSED'));
    const { tally } = await app.run('poll:reveal', { pollId });
    expect(tally?.ballots).toBe(taken.length);
    for (const option of [0, 1, 2]) {
      expect(tally?.counts[`${pollId}.${option}` as never]).toBe(
        taken.filter((index) => index === option).length,
      );
    }
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]();
  });

  test('a poll with a time to close takes nothing from that moment on, and says so', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await using late = await join(app);
    const { vote } = await open(app, { closesAfterSeconds: 5 });
    await viewer.run('poll:vote', vote(0));
    expect((await viewer.until('it is open', pollOf)).closesAt).toBe(clock.now() + 5000);
    clock.advance(5000);
    expect(await late.send('poll:vote', vote(0))).toEqual(refused('CLOSED'));
    await app.run('stage:take', { scene: 'wall' }); // any fact makes the alarm look at the clock that was moved
    await viewer.until('it is closed', (client) => pollOf(client)?.status === 'closed');
  });

  test('nobody has to be there for it to close', async () => {
    await using app = await startTestApp();
    await open(app, { closesAfterSeconds: 5 });
    await using viewer = await join(app);
    await viewer.until('it is closed', (client) => pollOf(client)?.status === 'closed');
  });
});
