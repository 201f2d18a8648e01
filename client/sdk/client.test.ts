import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { dictionaryOf } from '#shared/rules/deflated.ts';
import { blankState } from '#shared/rules/fold.ts';
import { packFrame } from '#shared/rules/frames.ts';
import { type Client, createClient } from './client.ts';
import type { ClientState } from './state.ts';
import { comment, startTestServer, welcome } from './test-server.ts';

const until = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 5_000, interval: 5 });

describe('client', () => {
  let server: ReturnType<typeof startTestServer>;
  let client: Client;
  const state = (): ClientState => client.getSnapshot();
  const join = async (): Promise<void> => {
    client = createClient({ event: 'gala', server: server.url });
    await until(() => expect(state().event).not.toBeNull());
  };

  beforeEach(() => {
    server = startTestServer();
  });
  afterEach(async () => {
    client.destroy();
    await server[Symbol.asyncDispose]();
  });

  test('joins, keeps the token, and knows the server’s time', async () => {
    await join();
    expect(state()).toMatchObject({ status: 'live', you: { id: 'v1' } });
    expect(client.now()).toBeGreaterThan(Date.now() + 50_000);
    server.cut();
    await until(() => expect(server.handshakes).toHaveLength(2));
    expect(server.handshakes[1]).toEqual({ event: 'gala', token: 'token-1', deflate: 1 });
    await until(() => expect(state().status).toBe('live'));
  });

  test('folds frames, streams what becomes visible once, and obeys hides', async () => {
    await join();
    const shown: string[] = [];
    const hidden: string[] = [];
    client.listen({
      onShown: (all) => shown.push(...all.map(({ id }) => id)),
      onHidden: (id) => hidden.push(id),
    });
    server.frame([{ type: 'comment:unpinned', payload: {} }], [comment('a'), comment('b')]);
    server.frame([{ type: 'comment:hidden', payload: { commentId: 'a' as CommentId } }], [comment('c')]);
    await until(() => expect(state().rows.map(({ id }) => id)).toEqual(['b', 'c']));
    expect(state().event?.comments.map(({ id }) => id)).toEqual(['b', 'c']);
    expect({ shown, hidden }).toEqual({ shown: ['a', 'b', 'c'], hidden: ['a'] });
  });

  test.each([
    ['a missing fact', { revision: 7 }],
    ['another epoch', { epoch: 'e2' }],
  ])('%s brings a new snapshot', async (_, override) => {
    await join();
    server.frame([], [comment('lost')], override);
    await until(() => expect(server.handshakes).toHaveLength(2));
    await until(() => expect(state().status).toBe('live'));
    expect(state().rows).toEqual([]);
  });

  test('what was deflated with something else brings a new snapshot, and text the second time', async () => {
    await join();
    const other = dictionaryOf({ ...blankState, comments: [comment('unheard')] });
    for (const joins of [2, 3]) {
      await until(() => expect(state().status).toBe('live'));
      server.emit('frame', deflateSync('{}', { dictionary: other }));
      await until(() => expect(server.handshakes).toHaveLength(joins));
    }
    expect(server.handshakes.map(({ deflate }) => deflate)).toEqual([1, 1, undefined]);
    await until(() => expect(state().status).toBe('live'));
  });

  test('frames are read deflated, each with what came before it', async () => {
    await join();
    const say = (said: Comment, before: Comment[]): void => {
      const frame = packFrame({ t: 1, epoch: 'e1', revision: 0, facts: [], comments: [said], gauges: {} });
      const dictionary = dictionaryOf({ ...blankState, comments: before });
      server.emit('frame', deflateSync(JSON.stringify(frame), { dictionary }));
    };
    say(comment('a'), []);
    say(comment('b'), [comment('a')]);
    await until(() => expect(state().rows.map(({ id }) => id)).toEqual(['a', 'b']));
    expect(server.handshakes).toHaveLength(1);
  });

  test('a snapshot at any time replaces all', async () => {
    await join();
    server.frame([], [comment('a')]);
    server.snapshot({ epoch: 'e2', revision: 40 });
    await until(() => expect(state().rows).toEqual([]));
    server.frame([{ type: 'stage:taken', payload: { stage: { scene: 'wall' } } }]);
    await until(() => expect(state().event?.stage).toEqual({ scene: 'wall' }));
  });

  test('what a new snapshot no longer has is off the picture', async () => {
    await join();
    const hidden: string[] = [];
    client.listen({ onHidden: (id) => hidden.push(id) });
    server.frame([], [comment('a')]);
    await until(() => expect(state().rows).toHaveLength(1));
    server.snapshot({ epoch: 'e1', revision: 9 });
    await until(() => expect(hidden).toEqual(['a']));
  });

  test('a retry that is refused keeps its row, its text and the reason', async () => {
    await join();
    server.answerWith(() => ({
      ok: false,
      error: { code: 'UNAVAILABLE', message: '', retryable: true, retryAfterMs: 30_000 },
    }));
    await client.post('加油');
    const [failed] = state().rows;
    expect(failed).toMatchObject({ text: '加油', delivery: 'failed' });
    const error = { code: 'RATE', message: '', retryable: true, retryAfterMs: 3_000 };
    server.answerWith(() => ({ ok: false, error }));
    await client.retry(failed as never);
    expect(state().rows).toMatchObject([{ text: '加油', delivery: 'failed', refusal: error }]);
  });

  test('one’s own are remembered, and asked after', async () => {
    await join();
    server.answerWith((name) => ({
      ok: true,
      data:
        name === 'comment:mine' ? { comments: [{ id: 'c1', status: 'hidden' }] } : { id: 'c1', shown: true },
    }));
    await client.post('加油');
    expect(state().mine).toMatchObject([{ id: 'c1', text: '加油', status: 'shown' }]);
    await client.checkMine();
    expect(state().mine).toMatchObject([{ id: 'c1', status: 'hidden' }]);
  });

  test('a command without an ack is sent again with the same id, across a reconnect', async () => {
    await join();
    let asked = 0;
    server.answerWith(() => {
      asked += 1;
      if (asked === 1) server.cut();
      return asked === 1 ? null : { ok: true, data: { id: 'c1', shown: true } };
    });
    const ack = await client.post('加油');
    expect(ack).toEqual({ ok: true, data: { id: 'c1', shown: true } });
    expect(server.received).toHaveLength(2);
    expect(server.received[1]?.input.commandId).toBe(server.received[0]?.input.commandId);
    expect(state().rows).toMatchObject([{ id: 'c1', delivery: 'shown', isOwn: true }]);
  });

  test('an own comment is one row, whether the frame or the ack comes first', async () => {
    await join();
    server.answerWith(() => {
      server.frame([], [comment('c1', '加油', 'v1')]);
      return { ok: true, data: { id: 'c1', shown: true } };
    });
    await client.post('加油');
    server.answerWith(() => ({ ok: true, data: { id: 'c2', shown: true } }));
    await client.post('好');
    server.frame([], [comment('c2', '好', 'v1')]);
    server.frame([], [comment('c3')]);
    await until(() => expect(state().rows.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']));
  });

  test('a held comment waits for its notice', async () => {
    await join();
    server.answerWith(() => ({ ok: true, data: { id: 'c1', shown: false } }));
    await client.post('嗯');
    expect(state().rows).toMatchObject([{ delivery: 'held' }]);
    server.emit('notice', { about: 'comment', commentId: 'c1' as CommentId, shown: false });
    await until(() => expect(state().rows).toMatchObject([{ delivery: 'rejected' }]));
  });

  test('a refusal is handed to the caller and leaves no row', async () => {
    await join();
    const error = { code: 'RATE', message: 'slow down', retryable: true, retryAfterMs: 3_000 };
    server.answerWith(() => ({ ok: false, error }));
    expect(await client.post('加油')).toEqual({ ok: false, error });
    expect(state()).toMatchObject({ rows: [], lastRefusal: error });
    expect(server.received).toHaveLength(1);
  });

  test('taps leave as one batch per kind', async () => {
    await join();
    server.answerWith(() => ({ ok: true, data: {} }));
    for (let tap = 0; tap < 7; tap += 1) client.react('fire');
    client.react('heart');
    await until(() => expect(server.received).toHaveLength(2));
    expect(server.received.map(({ input }) => [input.kind, input.count])).toEqual([
      ['fire', 7],
      ['heart', 1],
    ]);
  });

  test('a vote’s answer becomes the own ballot, also when another was there first', async () => {
    await join();
    const first = { pollId: 'p', optionIds: ['x'] };
    server.answerWith(() => ({
      ok: false,
      error: { code: 'ALREADY', message: '', retryable: false, details: first },
    }));
    await client.execute('poll:vote', { pollId: 'p', optionIds: ['y'] });
    expect(state().you?.ballots).toEqual({ p: ['x'] });
  });

  test('a stale token is dropped and the viewer joins anew', async () => {
    await join();
    client.destroy();
    server.refuseWith(({ token }) => (token ? { code: 'FORBIDDEN', message: '', retryable: false } : null));
    await join();
    expect(server.handshakes.map(({ token }) => token)).toEqual([undefined, 'token-1', undefined]);
  });

  test('an event that is not there is refused, until a person asks again', async () => {
    server.refuseWith(() => ({ code: 'NOT_FOUND', message: '', retryable: false }));
    client = createClient({ event: 'gala', server: server.url });
    await until(() => expect(state()).toMatchObject({ status: 'refused', refusal: { code: 'NOT_FOUND' } }));
    server.refuseWith(() => null);
    client.reconnect();
    await until(() => expect(state().status).toBe('live'));
  });

  test('a fact of a newer server asks for a newer page', async () => {
    await join();
    server.frame([{ type: 'confetti:thrown', payload: {} } as never]);
    await until(() => expect(state()).toMatchObject({ status: 'refused', refusal: { code: 'UNSUPPORTED' } }));
  });

  test.each([PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])(
    'a server of protocol %i asks for another page',
    async (protocol) => {
      await join();
      server.emit('welcome', { ...welcome, protocol });
      await until(() =>
        expect(state()).toMatchObject({ status: 'refused', refusal: { code: 'UNSUPPORTED' } }),
      );
    },
  );

  test('a kick is final; a moving node is not', async () => {
    await join();
    server.emit('moving', { spreadMs: 1 });
    await until(() => expect(server.handshakes).toHaveLength(2));
    await until(() => expect(state().status).toBe('live'));
    for (const socket of server.sockets()) socket.disconnect(true);
    await until(() => expect(state()).toMatchObject({ status: 'closed', closedBy: 'server' }));
    expect(await client.execute('reaction:send', { kind: 'fire', count: 1 })).toMatchObject({ ok: false });
  });
});
