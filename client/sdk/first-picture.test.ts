import { afterEach, expect, test, vi } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import { blankState } from '#shared/rules/fold.ts';
import { type Client, createClient } from './client.ts';
import { startTestServer } from './test-server.ts';

const until = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 5_000, interval: 5 });
const said = (id: string): Comment =>
  ({ id, text: id, at: 1, author: { id: 'v2', name: '甲', role: 'viewer' } }) as never;
const first = () => ({ serverTime: Date.now() + 60_000, state: { ...blankState, comments: [said('old')] } });

let client: Client | undefined;
afterEach(() => client?.destroy());
const keys = (): (string | null)[] => client?.getSnapshot().rows.map(({ id }) => id) ?? [];

test('what the page came with is there at once, and the server’s word takes its place', async () => {
  await using server = startTestServer();
  client = createClient({ event: 'gala', server: server.url, first: first() });
  expect(keys()).toEqual(['old']);
  expect(client.getSnapshot()).toMatchObject({ status: 'connecting', you: null });
  expect(Math.abs(client.now() - Date.now() - 60_000)).toBeLessThan(5_000);
  await until(() => expect(client?.getSnapshot().status).toBe('live'));
  server.snapshot({
    epoch: 'e1',
    revision: 0,
    state: { ...blankState, comments: [said('old'), said('new')] },
  });
  await until(() => expect(keys()).toEqual(['old', 'new']));
});

test('it is taken away from who does not get in', async () => {
  await using server = startTestServer();
  server.refuseWith(() => ({ code: 'UNAVAILABLE', message: '', retryable: true }));
  client = createClient({ event: 'gala', server: server.url, first: first() });
  await until(() => expect(client?.getSnapshot().status).toBe('stale'));
  expect(keys()).toEqual(['old']);
  await until(() =>
    expect(client?.getSnapshot()).toMatchObject({ status: 'reconnecting', event: null, rows: [] }),
  );
});
