import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Client, createClient } from './client.ts';
import { startTestServer } from './test-server.ts';

const until = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 5_000, interval: 5 });

/** A page that can be left and come back to. */
function stubPage() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const window = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', window);
  vi.stubGlobal('navigator', { onLine: true });
  return {
    leave: () => void (page.visibilityState = 'hidden'),
    comeBack() {
      page.visibilityState = 'visible';
      page.dispatchEvent(new Event('visibilitychange'));
    },
    findNetwork: () => window.dispatchEvent(new Event('online')),
  };
}

describe('coming back to the page', () => {
  let server: ReturnType<typeof startTestServer>;
  let client: Client;
  let page: ReturnType<typeof stubPage>;
  beforeEach(async () => {
    page = stubPage();
    // Whoever waits for the back-off waits for ever: what comes back here did not.
    vi.spyOn(Math, 'random').mockReturnValue(1e6);
    server = startTestServer();
    client = createClient({ event: 'gala', server: server.url });
    await until(() => expect(client.getSnapshot().status).toBe('live'));
  });
  afterEach(async () => {
    client.destroy();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    await server[Symbol.asyncDispose]();
  });

  test.each(['comeBack', 'findNetwork'] as const)('%s reconnects without waiting', async (how) => {
    server.cut();
    await until(() => expect(client.getSnapshot().status).toBe('stale'));
    expect(server.handshakes).toHaveLength(1);
    page[how]();
    await until(() => expect(server.handshakes).toHaveLength(2));
    await until(() => expect(client.getSnapshot().status).toBe('live'));
  });

  test('a line found dead just after is renewed at once', async () => {
    page.comeBack();
    server.cut();
    await until(() => expect(server.handshakes).toHaveLength(2));
  });

  test('a line that stays silent is doubted, and renewed; one that speaks is kept', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    page.leave();
    vi.setSystemTime(Date.now() + 60_000);
    page.comeBack();
    server.frame([]);
    await until(() => expect(server.handshakes).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(server.handshakes).toHaveLength(1);

    page.leave();
    vi.setSystemTime(Date.now() + 60_000);
    page.comeBack();
    await vi.advanceTimersByTimeAsync(2_500);
    await until(() => expect(server.handshakes).toHaveLength(2));
  });
});
