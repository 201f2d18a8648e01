import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import { openSecrets } from '../lib/secrets.ts';
import { createTokens } from '../lib/tokens.ts';
import { ADMIN_TOKEN, holdClock, SECRET, startTestApp, type TestApp } from './app.ts';
import { join } from './sockets.ts';

const DAY = 86_400_000;
const clock = holdClock();
let app: TestApp;
beforeAll(async () => void (app = await startTestApp({ events: ['show', 'gala'], clock })));
afterAll(() => app[Symbol.asyncDispose]());

const forger: Actor = { id: ActorId.parse('host-forged'), role: 'host', name: '我', number: null };

/** A token as this server would sign it, but for what is said here. */
function sign({ secret = SECRET, event = 'show', aheadMs = 0, livesMs = DAY, actor = forger } = {}): string {
  const { signingKeys } = openSecrets('', { ...app, adminToken: ADMIN_TOKEN, secret });
  const tokens = createTokens({ keys: signingKeys, clock: { now: () => clock.now() + aheadMs } });
  return tokens.sign({ event: EventSlug.parse(event), actor, expiresAt: clock.now() + livesMs });
}

const jwt = (header: object): string =>
  [header, { event: 'show', role: 'host' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.';

/** Whether the token opens the door, over the socket and over HTTP. */
async function admits(token: string): Promise<boolean[]> {
  const http = await app.get('/api/v1/events/show', { token });
  const socket = await join(app, { token }).then(
    async (client) => {
      await client[Symbol.asyncDispose]();
      return true;
    },
    (error: Error) => {
      expect(error.message).toBe('FORBIDDEN');
      return false;
    },
  );
  return [http.status === 200, socket];
}

describe('V5 tokens', () => {
  test('in order: they open the door, and say who comes', async () => {
    expect(await admits(sign())).toEqual([true, true]);
    await using host = await join(app, { token: sign(), role: 'viewer' });
    expect(host.welcome.you).toMatchObject({ id: 'host-forged', role: 'host', name: '我' });
  });

  test.each<[string, () => string]>([
    ['nonsense', () => 'x'],
    ['an empty payload', () => 'xl1...'],
    ['alg: none', () => jwt({ alg: 'none', typ: 'JWT' })],
    ['another secret', () => sign({ secret: 'somebody-elses-signing-key-012345' })],
    ['a wrong kid', () => sign().replace(/^xl1\.[\w-]+/, 'xl1.00000000')],
    ['a kid of a prototype', () => sign().replace(/^xl1\.[\w-]+/, 'xl1.__proto__')],
    ['another event', () => sign({ event: 'gala' })],
    ['expired', () => sign({ livesMs: 0 })],
    ['from the day after tomorrow', () => sign({ aheadMs: DAY })],
    ['one bit flipped', () => sign().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    [
      'another payload under the same seal',
      () => sign().replace(/(?<=^xl1\.[\w-]+\.)[\w-]+/, Buffer.from('["show"]').toString('base64url')),
    ],
    ['a token and a half', () => sign() + sign().slice(0, 20)],
    ['10 KB', () => `xl1.${'x'.repeat(10_000)}`],
    ['the admin token but for its end', () => ADMIN_TOKEN.slice(0, -1)],
  ])('%s: refused at both doors', async (_, make) => {
    expect(await admits(make())).toEqual([false, false]);
  });

  test('an empty one is none to the socket’s door either', async () => {
    await expect(join(app, { token: '' })).rejects.toThrow('FORBIDDEN');
  });

  test('a token ends when it was said to', async () => {
    const token = await app.token('host', { expiresInSeconds: 60 });
    expect(await admits(token)).toEqual([true, true]);
    clock.advance(60_000);
    expect(await admits(token)).toEqual([false, false]);
  });

  test('ten thousand invented numbers are ten thousand strangers: nobody votes for somebody else', async () => {
    await using viewer = await join(app);
    const { token, you } = viewer.welcome;
    const [scheme, kid, payload, mac] = token.split('.') as [string, string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
    for (const number of [you.number ?? 0, 1, 999_999]) {
      const other = claims.map((claim) => (claim === you.number ? number + 1 : claim));
      const forged = [scheme, kid, Buffer.from(JSON.stringify(other)).toString('base64url'), mac].join('.');
      expect(await admits(forged)).toEqual([false, false]);
    }
  });

  test('only the administrator mints them, and never one for an administrator', async () => {
    const tokens = '/api/v1/events/show/tokens';
    expect((await app.post(tokens, { role: 'admin', name: 'x' }, { token: ADMIN_TOKEN })).status).toBe(400);
    for (const token of [await app.host(), await app.moderator(), await app.token('headJudge')]) {
      expect((await app.post(tokens, { role: 'host', name: 'x' }, { token })).status).toBe(403);
    }
  });

  test('each minted viewer is somebody new', async () => {
    const numbers: (number | null)[] = [];
    for (let time = 0; time < 2; time += 1) {
      await using viewer = await join(app, { token: await app.token('viewer', { name: '嘉宾' }) });
      expect(viewer.welcome.you).toMatchObject({ role: 'viewer', name: '嘉宾' });
      numbers.push(viewer.welcome.you.number);
    }
    await using walkIn = await join(app);
    expect(new Set([...numbers, walkIn.welcome.you.number]).size).toBe(3);
  });
});

describe('a viewer whom another site knows', () => {
  test('is the same one under every token minted for them', async () => {
    const first = await app.run('token:create', { role: 'viewer', name: '会员' });
    const again = await app.run('token:create', { role: 'viewer', name: '会员二', viewerId: first.actorId });
    await using before = await join(app, { token: first.token });
    await using after = await join(app, { token: again.token });
    expect(after.welcome.you).toMatchObject({
      id: before.welcome.you.id,
      number: before.welcome.you.number,
      name: '会员二',
    });
  });

  test.each(['v999999', 'v0x1', 'host-1', 'admin'])(
    'is not %s, whom nobody has been yet',
    async (viewerId) => {
      const ack = await app.post(
        '/api/v1/events/show/tokens',
        { role: 'viewer', name: 'x', viewerId },
        { token: ADMIN_TOKEN },
      );
      expect([400, 404]).toContain(ack.status);
    },
  );
});
