import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, startTestApp, type TestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
import { join } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

const SHOW = '/api/v1/events/show';
const COMMANDS = `${SHOW}/commands`;

describe('writing needs a token', () => {
  test.each([
    [COMMANDS, { command: 'event:end' }],
    [`${SHOW}/tokens`, { role: 'host', name: '我' }],
    ['/api/v1/events', { slug: 'mine', title: '我的' }],
  ])('POST %s without one, or with somebody’s who may not: 403', async (path, body) => {
    await using viewer = await join(app);
    for (const by of [{}, { token: 'x' }, { token: viewer.welcome.token }]) {
      const answer = await app.post(path, body, by);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect(await app.store.listEvents()).toMatchObject([{ slug: 'show', status: 'live' }]);
  });

  test('a token in the address or in another scheme is none', async () => {
    const token = await app.host();
    const body = { command: 'event:end' };
    const headers = { authorization: `Basic ${token}` };
    expect((await app.post(`${COMMANDS}?token=${token}`, body)).status).toBe(403);
    expect((await app.post(COMMANDS, body, { headers })).status).toBe(403);
  });

  test.each(['comments', 'polls'])('the export of %s is the desk’s', async (name) => {
    await using viewer = await join(app);
    const path = `${SHOW}/export/${name}.csv`;
    for (const by of [{}, { token: viewer.welcome.token }, { token: await app.token('judge') }]) {
      expect((await app.get(path, by)).status).toBe(403);
    }
    expect((await app.get(path, { token: await app.moderator() })).status).toBe(200);
  });
});

describe('what is done over HTTP', () => {
  test('has the answer and the effect it has on the desk', async () => {
    await using viewer = await join(app);
    const token = await app.host();
    const { pollId, vote } = await draftPoll(app);
    expect(await app.command(token, 'poll:open', { pollId })).toMatchObject({
      ok: true,
      data: { status: 'open' },
    });
    await viewer.until('the poll', ({ state }) => state.polls.some(({ id }) => id === pollId));
    const ack = await app.command(viewer.welcome.token, 'poll:vote', vote(1));
    expect(ack).toEqual({ ok: true, data: { ...vote(1), repeat: false } });
    expect(await viewer.run('poll:vote', vote(1))).toEqual({ ...vote(1), repeat: true });
  });

  test('a token is made with 201', async () => {
    const answer = await app.post(
      `${SHOW}/tokens`,
      { role: 'judge', name: '王评委' },
      { token: ADMIN_TOKEN },
    );
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ token: expect.stringMatching(/^xl1\./) as string });
  });

  test('the snapshot is the one a joiner gets, for the bearer’s audience', async () => {
    const token = await app.host();
    await using host = await join(app, { token });
    const { pollId } = await draftPoll(app);
    await host.until('the draft', ({ state }) => state.polls.some(({ id }) => id === pollId));
    const { epoch, revision } = host;
    expect(await (await app.get(SHOW)).text()).not.toContain(pollId);
    expect(await (await app.get(SHOW, { token })).json()).toMatchObject({ epoch, revision });
  });
});
