import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { openPoll } from './ballots.ts';
import { joinRaw } from './raw.ts';
import { join, joinMany } from './sockets.ts';
import { until } from './until.ts';

/** What a tally looks like on the wire, in whatever message: counts by option. */
const TALLY = /"counts":|"tallies":\{"/;

describe('hidden results', () => {
  test('before the reveal not a byte of the tally reaches a viewer, a screen or a judge; the desk sees it', async () => {
    await using app = await startTestApp();
    await using viewer = await joinRaw(app);
    await using stage = await joinRaw(app, { role: 'screen' });
    await using judge = await joinRaw(app, { token: await app.token('judge') });
    await using desk = await join(app, { token: await app.moderator() });
    await using voters = await joinMany(app, 3);
    const { token } = voters[0].welcome;
    const { pollId, options, vote } = await openPoll(app, { results: 'hidden' });
    const tally = {
      ballots: 3,
      counts: Object.fromEntries(options.map((id, index) => [id, index === 0 ? 3 : 0])),
    };
    for (const voter of voters) await voter.run('poll:vote', vote(0));
    await desk.until('the desk’s tally', ({ state }) => state.gauges.tallies[pollId]?.ballots === 3);
    expect(desk.state.gauges.tallies[pollId]).toEqual(tally);
    await app.run('poll:close', { pollId });
    await app.run('stage:take', { scene: 'poll', pollId });

    await using joined = await joinRaw(app);
    await using returned = await joinRaw(app, { token });
    const raws = [viewer, stage, judge, joined, returned];
    for (const raw of raws) await until('the scene', () => raw.bytes.includes('"scene":"poll"'));
    for (const raw of raws) expect(raw.bytes).not.toMatch(TALLY);
    for (const path of ['/api/v1/events/show', '/api/v1/events']) {
      expect(await (await app.get(path)).text()).not.toMatch(TALLY);
      expect(await (await app.get(path, { token })).text()).not.toMatch(TALLY);
    }
    expect((await app.get('/api/v1/events/show/export/polls.csv', { token })).status).toBe(403);

    await app.run('poll:reveal', { pollId });
    for (const raw of raws) await until('the reveal', () => TALLY.test(raw.bytes));
    await using late = await join(app);
    expect(late.state.polls).toMatchObject([{ id: pollId, tally }]);
  });

  test('a poll with live results beside it gives nothing of the hidden one away', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const live = await openPoll(app, { results: 'live' });
    const hidden = await openPoll(app, { results: 'hidden' });
    for (const { vote } of [hidden, live]) await viewer.run('poll:vote', vote(0));
    await viewer.until('both ballots', ({ state }) => state.gauges.viewers.ballots === 2);
    await viewer.until('the live tally', ({ state }) => state.gauges.tallies[live.pollId]?.ballots === 1);
    await using late = await join(app);
    for (const { state, frames } of [viewer, late]) {
      expect(Object.keys(state.gauges.tallies)).toEqual([live.pollId]);
      expect(frames.flatMap(({ gauges }) => Object.keys(gauges.tallies ?? {}))).not.toContain(hidden.pollId);
      expect(state.polls.map(({ tally }) => tally)).toEqual([null, null]);
    }
  });
});
