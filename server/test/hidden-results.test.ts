import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { joinRaw } from './raw.ts';
import { join } from './sockets.ts';
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
    const voters = await Promise.all(Array.from({ length: 3 }, () => join(app)));
    const { pollId, optionIds } = await app.run('poll:create', {
      question: '最受欢迎节目',
      options: ['合唱', '舞蹈'],
      results: 'hidden',
    });
    const [first, second] = optionIds as [(typeof optionIds)[0], (typeof optionIds)[0]];
    await app.run('poll:open', { pollId });
    for (const voter of voters) await voter.run('poll:vote', { pollId, optionIds: [first] });
    const seen = await desk.until(
      'the desk’s tally',
      ({ state }) => state.gauges.tallies[pollId]?.ballots === 3 && state.gauges.tallies[pollId],
    );
    expect(seen.counts).toEqual({ [first]: 3, [second]: 0 });
    await app.run('poll:close', { pollId });
    await app.run('stage:take', { scene: 'poll', pollId });

    await using joined = await joinRaw(app);
    await using returned = await joinRaw(app, { token: voters[0]!.welcome.token });
    for (const raw of [viewer, stage, judge])
      await until('the scene', () => raw.bytes.includes('"scene":"poll"'));
    const answer = await (await app.get('/api/v1/events/show')).text();
    const events = await (await app.get('/api/v1/events')).text();
    for (const text of [
      viewer.bytes,
      stage.bytes,
      judge.bytes,
      joined.bytes,
      returned.bytes,
      answer,
      events,
    ]) {
      expect(text).not.toMatch(TALLY);
    }
    const token = voters[0]!.welcome.token;
    expect((await app.get('/api/v1/events/show/export/polls.csv', { token })).status).toBe(403);

    await app.run('poll:reveal', { pollId });
    for (const raw of [viewer, stage, judge]) await until('the reveal', () => TALLY.test(raw.bytes));
    await using late = await join(app);
    expect(late.state.polls[0]?.tally).toEqual({ ballots: 3, counts: { [first]: 3, [second]: 0 } });
    for (const voter of voters) await voter[Symbol.asyncDispose]();
  });

  test('a poll with live results beside it gives nothing of the hidden one away', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const polls = [];
    for (const results of ['live', 'hidden'] as const) {
      const { pollId, optionIds } = await app.run('poll:create', {
        question: results,
        options: ['甲', '乙'],
        results,
      });
      await app.run('poll:open', { pollId });
      await viewer.run('poll:vote', { pollId, optionIds: optionIds.slice(0, 1) });
      polls.push(pollId);
    }
    const [live, hidden] = polls as [(typeof polls)[0], (typeof polls)[0]];
    await viewer.until('both ballots', ({ state }) => state.gauges.viewers.ballots === 2);
    await viewer.until('the live tally', ({ state }) => state.gauges.tallies[live!]?.ballots === 1);
    await using late = await join(app);
    for (const { state, frames } of [viewer, late]) {
      expect(Object.keys(state.gauges.tallies)).toEqual([live]);
      expect(frames.some(({ gauges }) => gauges.tallies?.[hidden!] !== undefined)).toBe(false);
      expect(state.polls.find(({ id }) => id === hidden)?.tally).toBeNull();
    }
  });
});
