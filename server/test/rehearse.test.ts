import { expect, test } from 'vitest';
import { EventSlug } from '#shared/model/ids.ts';
import { run } from '../cli/program.ts';
import { VOICES } from '../demo-content.ts';
import { createDemo } from '../demo.ts';
import { ADMIN_TOKEN, startTestApp, type TestApp } from './app.ts';
import { until } from './until.ts';

const twin = EventSlug.parse('demo-rehearsal');

/** The command line against this server, until it is told to stop. */
function xinli(app: TestApp, line: string) {
  const stop = new AbortController();
  let said = '';
  const exit = run(['rehearse', ...line.split(' '), '--url', app.url], {
    env: { XINLI_ADMIN_TOKEN: ADMIN_TOKEN },
    out: (text) => (said += text),
    err: (text) => (said += text),
    interrupted: () => stop.signal,
  });
  return { exit, stop: () => stop.abort(), said: () => said };
}

test('a crowd comes to the twin of an event, talks, votes and scores, and is cleared', async () => {
  await using app = await startTestApp({ events: [] });
  await createDemo(app);
  const before = await app.run('event:configure', {}, 'demo');

  const crowd = xinli(app, '--viewers 25 --comments-per-second 6 --no-host');
  const made = await until('the twin', async () =>
    (await app.store.listEvents()).find(({ slug, rehearsal }) => slug === twin && rehearsal),
  );
  expect(made).toMatchObject({ title: before.title, stream: before.stream, status: 'live' });
  const { ledger, feed } = await until('it is set up', async () => {
    const live = await app.events.open(twin);
    return live.ledger.state.contest?.rounds[0]?.status === 'open' && live;
  });
  const [poll] = ledger.state.polls;
  const round = ledger.state.contest?.rounds[0];
  if (poll === undefined || round === undefined) throw new Error('the twin has no poll or no round');
  await until('many are here', () => feed.size > 20);
  await app.run('poll:open', { pollId: poll.id }, twin);
  await app.run('entry:call', { roundId: round.id, entryId: round.entries[0]?.id ?? null }, twin);
  await until('they have talked, voted and scored', () => {
    const { comments, ballots, reactionBatches } = feed.audience('staff').state.gauges.viewers;
    const cards = Object.values(ledger.state.contest?.rounds[0]?.progress ?? {});
    return comments > 5 && ballots > 3 && reactionBatches > 3 && cards.length > 0;
  });
  crowd.stop();
  expect(await crowd.exit).toBe(0);
  expect(crowd.said()).toContain('✓ comments');
  expect(crowd.said()).toContain('✓ ballots');
  expect(crowd.said()).toContain('npm run rehearse -- --clear');

  const real = await app.events.open(EventSlug.parse('demo'));
  expect(await real.presence.measure()).toMatchObject({ unique: 0, ballots: 0, comments: VOICES.length + 1 });
  const clearing = xinli(app, '--clear');
  expect(await clearing.exit).toBe(0);
  expect((await app.store.listEvents()).map(({ slug }) => slug)).toEqual(['demo']);
  const again = xinli(app, '--clear');
  expect(await again.exit).toBe(0);
  expect(again.said()).toContain('no rehearsal to clear');
});

test('where no server answers, it says what to do and starts nothing', async () => {
  await using app = await startTestApp();
  await app.close();
  const crowd = xinli(app, '--viewers 3');
  expect(await crowd.exit).toBe(6);
  expect(crowd.said()).toContain('npm start');
});

test('no crowd comes to an event that is not there, or in a number that is none', async () => {
  await using app = await startTestApp();
  expect(await xinli(app, '--event nothing').exit).toBe(4);
  expect(await xinli(app, '--viewers 0').exit).toBe(2);
  expect((await app.store.listEvents()).map(({ slug }) => slug)).toEqual(['show']);
});
