import { describe, expect, test } from 'vitest';
import { ROLES } from '#shared/limits.ts';
import type { Role } from '#shared/model/actor.ts';
import { type CommandName, commands } from '#shared/protocol/commands.ts';
import { ADMIN_TOKEN, holdClock, startTestApp, type TestApp } from './app.ts';
import { draftPoll, openPoll } from './ballots.ts';
import { type Client, join, refused } from './sockets.ts';

const names = Object.keys(commands) as CommandName[];
const allowed = (role: Role): CommandName[] => names.filter((name) => commands[name].roles.includes(role));
/** Few enough that no connection is taken for a flood. */
const PER_CONNECTION = 30;
const noSuchField = { 'no such field': true } as never;

async function joinAs(app: TestApp, role: Role): Promise<Client> {
  if (role === 'viewer' || role === 'screen') return join(app, { role });
  return join(app, { token: role === 'admin' ? ADMIN_TOKEN : await app.token(role) });
}

describe('the roles table', () => {
  test.each(ROLES)('%s may send what the table says, and nothing else', async (role) => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    const may = allowed(role);
    for (let from = 0; from < names.length; from += PER_CONNECTION) {
      await using actor = await joinAs(app, role);
      expect(actor.welcome.you.role).toBe(role);
      for (const name of names.slice(from, from + PER_CONNECTION)) {
        clock.advance(1000);
        // Of an input that no command takes, only those are told who may send the command.
        const expected = may.includes(name) ? 'INVALID' : 'FORBIDDEN';
        expect([name, await actor.send(name, noSuchField)]).toEqual([name, refused(expected)]);
      }
    }
  });

  test('a screen needs no token, and what it may send only reads, unless a link lets it go on with the show', async () => {
    await using app = await startTestApp();
    await using stage = await join(app, { role: 'screen' });
    expect(stage.welcome).toMatchObject({ you: { id: 'screen', number: null }, token: '' });
    expect(allowed('screen').filter((name) => commands[name].rate !== 'read')).toEqual(['stage:step']);
    expect(await stage.send('stage:step', { action: 'next' })).toEqual(refused('FORBIDDEN'));
  });

  test('a viewer moderates nothing and opens nothing, and nothing has changed by trying', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const { pollId } = await draftPoll(app);
    const { id: commentId } = await host.run('comment:post', { text: '在此' });
    const before = await app.store.readLog(app.slug, 0);
    const tries: [CommandName, object][] = [
      ['comment:hide', { commentId }],
      ['comment:pin', { commentId }],
      ['viewer:kick', { viewerId: 'v1' }],
      ['words:set', { block: ['在'] }],
      ['poll:open', { pollId }],
      ['stage:take', { scene: 'blackout' }],
      ['event:end', {}],
      ['token:create', { role: 'host', name: '我' }],
    ];
    for (const [name, input] of tries)
      expect(await viewer.send(name, input as never)).toEqual(refused('FORBIDDEN'));
    expect(await app.store.readLog(app.slug, 0)).toEqual(before);
  });

  test('hosts and judges do not vote', async () => {
    await using app = await startTestApp();
    const { vote } = await openPoll(app);
    for (const role of ['host', 'judge'] as const) {
      await using actor = await joinAs(app, role);
      expect(await actor.send('poll:vote', vote(0))).toEqual(refused('FORBIDDEN'));
    }
  });
});
