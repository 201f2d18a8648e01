import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ContestantId,
  CriterionId,
  EventSlug,
  type JudgeId,
  OptionId,
  type RoundId,
} from '#shared/model/ids.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import { run as runCli } from '../cli/program.ts';
import { startTestApp, type TestApp } from './app.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { joinRaw } from './raw.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { join, refused } from './sockets.ts';
import { unzip } from './unzip.ts';
import { until } from './until.ts';

const slug = EventSlug.parse('show');
const score = CriterionId.parse('score');
const wide = { id: score, name: { zh: '得分' }, min: 0, max: 1_000_000, step: 1 };

type Stand = {
  roundId: RoundId;
  ruleHash: string;
  entries: ContestantId[];
  judges: JudgeId[];
  tokens: string[];
};

/** A contest of two entries and three judges, open, on this app; a token for each judge. */
async function stand(app: TestApp): Promise<Stand> {
  await app.run('contest:setup', { title: '演讲比赛' });
  const { contestants } = await app.run('contestant:import', { text: '姓名,单位\n张三,=1+1\n李四,南山' });
  const { judges: seats } = await app.run('judge:import', { text: '姓名\n甲\n乙\n丙' });
  const entries = contestants.map(({ id }) => id);
  const judges = seats.map(({ id }) => id);
  const { id: roundId } = await app.run('round:put', {
    title: '决赛',
    entries: entries.map((id) => ({ id })),
    panel: judges,
    criteria: [wide],
  });
  await app.run('round:rules', { roundId, judges: { weight: 100, aggregate: { rule: 'mean' } } });
  const { ruleHash } = await app.run('round:open', { roundId });
  const tokens: string[] = [];
  for (const judgeId of judges) tokens.push(await app.token('judge', { judgeId }));
  return { roundId, ruleHash, entries, judges, tokens };
}

const card = ({ roundId, ruleHash, entries }: Stand, entry: number, value: number, version = 0) => ({
  roundId,
  entryId: entries[entry]!,
  values: { [score]: value },
  version,
  ruleHash,
});

describe('a contest over the wire', () => {
  test('SC-5, B8: no byte that a viewer, the stage, another judge or the desk receives holds a score', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    const listeners = await Promise.all([
      joinRaw(app),
      joinRaw(app, { role: 'screen' }),
      joinRaw(app, { token: contest.tokens[1] }),
      joinRaw(app, { token: await app.host() }),
      joinRaw(app, { token: await app.moderator() }),
      joinRaw(app, { token: await app.token('timekeeper') }),
      joinRaw(app, { token: await app.token('scrutineer') }),
    ]);
    await using judge = await join(app, { token: contest.tokens[0]! });
    const { ruleHash: _hash, ...draft } = card(contest, 0, 987_651);
    await judge.run('score:save', draft);
    expect(await judge.run('score:sign', card(contest, 0, 987_651, 1))).toMatchObject({ status: 'locked' });
    await app.run('comment:post', { text: '完了' });
    for (const listener of listeners) await until('the last comment', () => listener.bytes.includes('完了'));
    for (const listener of listeners) expect(listener.bytes).not.toContain('987651');
    expect(listeners[2]?.bytes).toContain('card:progressed');
    expect(listeners[0]?.bytes).not.toContain('card:progressed');
    const host = await app.host();
    for (const token of [undefined, contest.tokens[1], host]) {
      const snapshot = await app.get('/api/v1/events/show', token === undefined ? {} : { token });
      expect(await snapshot.text()).not.toContain('987651');
    }
    for (const path of ['comments', 'polls']) {
      const exported = await app.get(`/api/v1/events/show/export/${path}.csv`, { token: host });
      expect(await exported.text()).not.toContain('987651');
    }
    expect(await app.command(host, 'round:results', { roundId: contest.roundId })).toEqual(
      refused('FORBIDDEN'),
    );
    expect(app.logged.join('\n')).not.toContain('987651');
  });

  test('SC-3: a judge’s second device has the draft in its welcome, and hears of the first one’s changes', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    const [token] = contest.tokens;
    await using tablet = await join(app, { token: token! });
    expect(tablet.welcome.you).toMatchObject({ judgeId: contest.judges[0], cards: [] });
    const { ruleHash: _hash, ...draft } = card(contest, 0, 500_000);
    await tablet.run('score:save', draft);
    await using phone = await join(app, { token: await app.token('judge', { judgeId: contest.judges[0]! }) });
    expect(phone.welcome.you.cards).toMatchObject([
      { version: 1, status: 'draft', values: { score: 500_000 } },
    ]);
    await phone.run('score:sign', card(contest, 0, 600_000, 1));
    const notice = await tablet.until('the signed card', ({ notices }) =>
      notices.find((told) => told.about === 'card' && told.card.status === 'locked'),
    );
    expect(notice).toMatchObject({ about: 'card', card: { status: 'locked', values: { score: 600_000 } } });
    await using other = await join(app, { token: contest.tokens[1]! });
    expect(other.welcome.you.cards).toEqual([]);
    await using viewer = await join(app);
    expect(viewer.welcome.you).not.toHaveProperty('cards');
  });

  test('B9: a link is for one device; a revoked device is cut off and does not come back', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    const { code } = await app.run('judge:invite', { judgeId: contest.judges[0]! });
    const pair = async (device: string) => {
      const answer = await app.post('/api/v1/events/show/pair', { code, device, label: '平板' });
      return (await answer.json()) as Ack<Output<'judge:pair'>>;
    };
    const paired = await pair('the tablet of the judge');
    const token = paired.ok ? paired.data.token : '';
    expect(await pair('somebody else’s telephone')).toEqual(refused('FORBIDDEN'));
    await using desk = await join(app, { token: await app.host() });
    const told = await desk.until('the alarm', ({ state }) => state.contest?.desk.refusedPairings[0]);
    expect(told).toMatchObject({ judgeId: contest.judges[0] });
    await using judge = await join(app, { token });
    expect(judge.state.contest?.desk.refusedPairings).toEqual([]);
    await app.run('judge:revoke', { actorId: judge.welcome.you.id });
    await judge.until('it is cut', ({ lost }) => lost);
    await expect(join(app, { token })).rejects.toThrow('FORBIDDEN');
    expect(await app.command(token, 'score:sign', card(contest, 0, 1))).toEqual(refused('FORBIDDEN'));
    expect((await app.get('/api/v1/events/show', { token })).status).toBe(403);
  });

  test('B9: the desk alone hears how a judge’s tablet is, and nothing of it is recorded', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    await using judge = await join(app, { token: contest.tokens[0]! });
    await using desk = await join(app, { token: await app.host() });
    await using viewer = await join(app);
    const before = await app.store.readLog(slug, 0);
    await judge.run('device:report', { battery: 17, isCharging: false, unsent: 2 });
    const report = await desk.until('the report', ({ state }) => state.gauges.devices[judge.welcome.you.id]);
    expect(report).toMatchObject({ battery: 17, unsent: 2, at: expect.any(Number) });
    expect(await judge.send('device:report', { battery: 101, isCharging: false, unsent: 0 })).toEqual(
      refused('INVALID'),
    );
    expect(await viewer.send('device:report', { battery: 1, isCharging: false, unsent: 0 })).toEqual(
      refused('FORBIDDEN'),
    );
    await app.run('comment:post', { text: '完了' });
    for (const other of [judge, viewer]) {
      await other.until('the last comment', ({ state }) => state.comments.at(-1)?.text === '完了');
      expect(other.state.gauges.devices).toEqual({});
    }
    expect(await app.store.readLog(slug, 0)).toEqual(before);
  });

  test('SC-9: the timekeeper sees the stopwatch, in an event that is not announced too; a judge does not', async () => {
    await using app = await startTestApp();
    await app.create('later', { status: 'draft' });
    await using early = await join(app, {
      event: 'later',
      token: await app.token('timekeeper', {}, 'later'),
    });
    expect(early.state.event.slug).toBe('later');
    const contest = await stand(app);
    await using timekeeper = await join(app, { token: await app.token('timekeeper') });
    await using judge = await join(app, { token: contest.tokens[0]! });
    await timekeeper.run('timer:start', { roundId: contest.roundId, entryId: contest.entries[0]! });
    await timekeeper.until('it runs', ({ state }) => state.contest?.stopwatch?.startedAt != null);
    await judge.run('score:sign', card(contest, 0, 1_000));
    await judge.until(
      'progress',
      ({ state }) => Object.keys(state.contest?.rounds[0]?.progress ?? {}).length > 0,
    );
    expect(judge.state.contest?.stopwatch).toBeNull();
  });

  test('SC-11: a live vote’s count is on every screen, a viewer finds their ballot again, and it closes by itself', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    const { roundId, entries } = contest;
    const { id: openly } = await app.run('round:put', {
      title: '人气',
      entries: entries.map((id) => ({ id })),
      vote: { results: 'live' },
    });
    await app.run('round:rules', {
      roundId: openly,
      judges: null,
      audience: { weight: 100, aggregate: { rule: 'share', scale: 100_000 } },
    });
    await app.run('round:open', { roundId: openly });
    const { boxes } = await app.run('vote:open', { roundId: openly, closesAfterSeconds: 5 });
    const { boxes: hidden } = await app.run('vote:open', { roundId });
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.host() });
    const ballot = await viewer.run('contest:vote', { roundId: openly, entryIds: [entries[1]!] });
    await viewer.run('contest:vote', { roundId, entryIds: [entries[0]!] });
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you.ballots).toEqual({
      [boxes[0]!.id]: [entries[1]],
      [hidden[0]!.id]: [entries[0]],
    });
    expect(ballot.pollId).toBe(boxes[0]!.id);
    await viewer.until('the count', ({ state }) => {
      const { counts, ballots = 0 } = state.gauges.tallies[ballot.pollId] ?? {};
      return ballots === 1 && counts?.[OptionId.parse(entries[1])] === 1;
    });
    await viewer.until('its end', ({ state }) =>
      state.contest?.rounds.some(({ voting }) => voting?.isOpen === false),
    );
    for (const client of [viewer, desk])
      expect(client.state.gauges.tallies).not.toHaveProperty(hidden[0]!.id);
  });

  test('B4: of a rush of new identities from one network the rest is suspect, over sockets and HTTP; a venue’s own network is not', async () => {
    await using app = await startTestApp({ trustProxy: 1, venueNetworks: ['10.9.0.0/16'] });
    const { roundId, entries } = await stand(app);
    await app.run('vote:open', { roundId });
    const vote = { roundId, entryIds: [entries[1]!] };
    const voteFrom = async (address: string): Promise<void> => {
      await using viewer = await join(app, { headers: { 'x-forwarded-for': address } });
      await viewer.run('contest:vote', vote);
    };
    for (let host = 1; host <= 40; host += 1) await voteFrom(`198.51.100.${host}`);
    for (let host = 1; host <= 40; host += 1) await voteFrom(`10.9.${host}.1`);
    const token = await app.token('viewer');
    const answer = await app.post(
      '/api/v1/events/show/commands',
      { command: 'contest:vote', input: vote },
      { token, headers: { 'x-forwarded-for': '198.51.100.200' } },
    );
    expect(answer.status).toBe(200);
    // The node has only just started, so that the first thirty of the rush are unknown.
    const { ballots } = await app.run('vote:review', { roundId });
    expect(ballots).toEqual({ clean: 40, unknown: 30, suspect: 11 });
    expect(app.logged.join('\n')).not.toContain('198.51.100');
  });

  test('SC-19: certificate, key and tables are there once the round is published; xinli verify says equal', async () => {
    await using app = await startTestApp();
    const contest = await stand(app);
    for (const [index, token] of contest.tokens.entries()) {
      await using judge = await join(app, { token });
      for (const entry of [0, 1])
        await judge.run('score:sign', card(contest, entry, 9_000 + index * 100 + entry));
    }
    const path = `/api/v1/events/show/rounds/${contest.roundId}`;
    for (const file of ['certificate.json', 'results.csv', 'scores.csv', 'votes.csv', 'result.xlsx'])
      expect((await app.get(`${path}/${file}`)).status).toBe(404);
    await app.run('round:seal', { roundId: contest.roundId });
    expect((await app.get(`${path}/certificate.json`)).status).toBe(404);
    await app.run('round:publish', { roundId: contest.roundId });
    const certificate = await (await app.get(`${path}/certificate.json`)).text();
    const signer = (await (await app.get('/api/v1/signer')).json()) as {
      publicKey: string;
      fingerprint: string;
    };

    const folder = await mkdtemp(joinPath(tmpdir(), 'xinli-verify-'));
    const say = async (...words: string[]): Promise<[number, string]> => {
      let said = '';
      const code = await runCli(words, {
        env: {},
        out: (text) => (said += text),
        err: (text) => (said += text),
      });
      return [code, said];
    };
    const file = joinPath(folder, 'certificate.json');
    const key = joinPath(folder, 'key');
    await writeFile(file, certificate);
    await writeFile(key, signer.publicKey);
    expect(await say('verify', file)).toEqual([
      0,
      expect.stringContaining(`consistent, signer ${signer.fingerprint} not checked`),
    ]);
    expect(await say('verify', file, '--key', key)).toEqual([0, expect.stringMatching(/^equal: /)]);
    await writeFile(file, certificate.replace('"figure":"9.1', '"figure":"9.9'));
    expect(await say('verify', file, '--key', key)).toEqual([1, expect.stringContaining('results')]);
    await writeFile(file, certificate.slice(0, -1));
    expect((await say('verify', file))[0]).toBe(2);
    expect((await say('verify', joinPath(folder, 'nothing')))[0]).toBe(2);
    await rm(folder, { recursive: true });

    const results = await (await app.get(`${path}/results.csv`)).arrayBuffer();
    expect([...new Uint8Array(results.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(results).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.includes('张三'))).toContain("'=1+1");
    const scores = await (await app.get(`${path}/scores.csv`)).text();
    expect(scores.trim().split('\n')).toHaveLength(7);

    const workbook = await app.get(`${path}/result.xlsx`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const parts = unzip(Buffer.from(await workbook.arrayBuffer()));
    expect(parts.get('xl/workbook.xml')).toContain('成绩');
    const cells = [...parts].filter(([name]) => name.startsWith('xl/')).map(([, text]) => text);
    expect(cells.join('')).toContain('张三');
    expect(cells.join('')).toContain('=1+1');
    expect(cells.join('')).not.toMatch(/<f[ >]/); // B26: a text stays a text
  });

  test('a photo is what its content says, at most 2 MB, and served as nothing else', async () => {
    await using app = await startTestApp();
    await using empty = await startTestApp();
    const token = await app.host();
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
    const send = (body: Buffer, type: string, of: string | null = token) =>
      fetch(`${app.url}/api/v1/events/show/photos`, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': type, ...(of !== null && { authorization: `Bearer ${of}` }) },
      });
    const stored = await send(png, 'image/png');
    expect(stored.status).toBe(201);
    const { photo } = (await stored.json()) as { photo: string };
    const served = await fetch(`${app.url}/api/v1/photos/${photo}`);
    expect(served.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Buffer.from(await served.arrayBuffer()).equals(png)).toBe(true);
    expect((await send(png, 'image/jpeg')).status).toBe(415);
    expect((await send(Buffer.from('<svg onload="alert(1)">'), 'image/png')).status).toBe(415);
    expect((await send(png, 'image/svg+xml')).status).toBe(415);
    expect((await send(Buffer.concat([png, Buffer.alloc(2_097_152)]), 'image/png')).status).toBe(413);
    expect((await send(png, 'image/png', null)).status).toBe(403);
    expect((await send(png, 'image/png', await app.moderator())).status).toBe(403);
    for (const path of [photo, '..%2f..%2fsecrets.json', 'x'.repeat(64)])
      expect((await fetch(`${empty.url}/api/v1/photos/${path}`)).status).toBe(404);
    const put = await app.run('contest:setup', { title: '摄影' });
    expect(put.signer).toMatch(/^[0-9a-f-]+$/);
    expect(await app.run('contestant:put', { name: '甲', photo })).toMatchObject({ photo });
  });
});

describeNodes('a contest on two nodes', () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('SC-3, A7: a card signed on one and sent again on the other is one card; photo and certificate are the same on both', async () => {
    await using nodes = await startNodes(redis);
    const { one, two } = nodes;
    const contest = await stand(one);
    await using here = await join(one, { token: contest.tokens[0]! });
    await using there = await join(two, { token: contest.tokens[0]! });
    await here.until('the round', ({ state }) => state.contest?.rounds[0]?.status === 'open');
    for (const entry of [0, 1]) {
      const sign = { ...card(contest, entry, 7_000 + entry), commandId: `sign-${entry}` };
      const acks = await Promise.all([here.send('score:sign', sign), there.send('score:sign', sign)]);
      for (const ack of acks) expect(ack).toMatchObject({ ok: true, data: { version: 1, status: 'locked' } });
    }
    for (const [index, token] of contest.tokens.entries()) {
      if (index === 0) continue;
      await using judge = await join(index === 1 ? two : one, { token });
      for (const entry of [0, 1]) await judge.run('score:sign', card(contest, entry, 8_000));
    }
    await two.run('round:seal', { roundId: contest.roundId });
    await one.run('round:publish', { roundId: contest.roundId });
    const path = `/api/v1/events/show/rounds/${contest.roundId}/certificate.json`;
    const [first, second] = [await (await one.get(path)).text(), await (await two.get(path)).text()];
    expect(second).toBe(first);
    expect(JSON.parse(first).input.parts[0].scorecards).toHaveLength(6);

    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(9)]);
    const stored = await fetch(`${one.url}/api/v1/events/show/photos`, {
      method: 'POST',
      body: new Uint8Array(png),
      headers: { 'content-type': 'image/png', authorization: `Bearer ${await one.host()}` },
    });
    const { photo } = (await stored.json()) as { photo: string };
    const served = await fetch(`${two.url}/api/v1/photos/${photo}`);
    expect(Buffer.from(await served.arrayBuffer()).equals(png)).toBe(true);
  });
});
