import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { emptyDesk } from '#shared/rules/fold-desk.ts';
import { startTestApp } from './app.ts';
import { openRaw } from './raw.ts';
import { join } from './sockets.ts';
import { until } from './until.ts';

describe('the handshake', () => {
  test('is answered with the welcome, then the snapshot, then frames without a gap', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const { protocol, you, token, serverTime } = viewer.welcome;
    expect(protocol).toBe(PROTOCOL_VERSION);
    const nobody = { role: 'viewer', name: '', ballots: {}, mutedUntil: null };
    expect(you).toEqual({ ...nobody, id: `v${you.number}`, number: you.number });
    expect(Math.abs(Date.now() - serverTime)).toBeLessThan(60_000);
    for (const scene of ['wall', 'counter', 'idle'] as const) await app.run('stage:take', { scene });
    await viewer.until('three facts', ({ revision, snapshot }) => revision === snapshot.revision + 3);
    expect(viewer.heard.slice(0, 3)).toEqual(['welcome', 'snapshot', 'frame']);
    await using again = await join(app, { token });
    expect([again.welcome.you, again.welcome.token]).toEqual([you, token]);
  });

  test('a frame says the server’s time of its oldest item, first of all', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const before = Date.now();
    await viewer.run('comment:post', { text: '几点了' });
    await viewer.until('the comment', ({ texts }) => texts.length === 1);
    const frame = viewer.frames.find(({ comments }) => comments.length > 0);
    expect(Object.keys(frame ?? {})[0]).toBe('t');
    expect(frame?.t).toBe(frame?.comments[0]?.at);
    expect(frame?.t).toBeGreaterThanOrEqual(before);
  });

  test('an event that is not there, a slug that is none and a role without a token are refused', async () => {
    await using app = await startTestApp();
    await expect(join(app, { event: 'nowhere' })).rejects.toThrow('NOT_FOUND');
    for (const event of ['', '../show', 'Show', '__proto__', 'x'.repeat(41)]) {
      await expect(join(app, { event })).rejects.toThrow('INVALID');
    }
    for (const role of ['host', 'admin', 'moderator', 'judge']) {
      await expect(join(app, { role })).rejects.toThrow('FORBIDDEN');
    }
    await expect(join(app, { role: 'emperor' })).rejects.toThrow('INVALID');
  });

  test('the role is the token’s, whatever the handshake says', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using claimed = await join(app, { token: viewer.welcome.token, role: 'host' });
    expect(claimed.welcome.you.role).toBe('viewer');
    expect(claimed.state.desk).toEqual(emptyDesk);
  });

  test.each([
    '',
    '{}',
    '[]',
    'null',
    '5',
    '"show"',
    '{"event":null}',
    '{"event":["show"]}',
    '{"event":{"$ne":1}}',
    '{"event":"show","token":5}',
    '{"event":"show","role":["host"]}',
    '{"__proto__":{"event":"show"}}',
  ])('40%s is none: refused or cut', async (auth) => {
    await using app = await startTestApp();
    await using raw = await openRaw(app);
    raw.say(`40${auth}`);
    await until('refused or cut', () => raw.isClosed || raw.texts.some((text) => text.startsWith('44')));
    expect(raw.bytes).not.toContain('"welcome"');
  });
});
