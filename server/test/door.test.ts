import { describe, expect, test } from 'vitest';
import { DOOR } from '../live/door.ts';
import { HEARTBEAT } from '../live/heartbeat.ts';
import { WIRE_LIMITS } from '../live/wire.ts';
import { startTestApp } from './app.ts';
import { openRaw } from './raw.ts';

describe('what is set', () => {
  test('the door’s limits are the ones that keep it narrow', () => {
    expect(DOOR).toEqual({ handshakeMs: 10_000 });
    expect(HEARTBEAT).toEqual({ pingIntervalMs: 25_000, pingTimeoutMs: 20_000 });
    expect(WIRE_LIMITS).toEqual({
      messageBytes: 16_384,
      fragments: 16,
      pieces: 256,
    });
  });

  test('Engine.IO’s greeting says them to the client', async () => {
    await using app = await startTestApp();
    await using raw = await openRaw(app);
    expect(JSON.parse((await raw.next('0{')).slice(1))).toEqual({
      sid: expect.stringMatching(/^[\w-]{20}$/),
      upgrades: [],
      pingInterval: 25_000,
      pingTimeout: 20_000,
      maxPayload: 16_384,
    });
  });

  test('the HTTP server’s times and counts are bounded', async () => {
    await using app = await startTestApp();
    expect(app.http).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 5_000,
      maxHeadersCount: 64,
      maxRequestsPerSocket: 1_000,
    });
  });
});
