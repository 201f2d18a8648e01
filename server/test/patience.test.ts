import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOOR } from '../live/door.ts';
import { startTestApp, type TestApp } from './app.ts';
import { openRaw } from './raw.ts';
import { expectAlive } from './sockets.ts';

const { handshakeMs } = DOOR;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  DOOR.handshakeMs = 300;
  app.http.headersTimeout = 200;
  app.http.requestTimeout = 400;
});
afterAll(async () => {
  DOOR.handshakeMs = handshakeMs;
  await app[Symbol.asyncDispose]();
});

/** Sends these bytes and then nothing; resolves with what came until the server hung up. */
async function stall(bytes: string): Promise<string> {
  const tcp = connect(app.port, '127.0.0.1');
  let text = '';
  tcp.on('data', (chunk) => (text += chunk.toString()));
  tcp.write(bytes);
  await once(tcp, 'close');
  return text;
}

const POST = 'POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

describe.concurrent('who begins and does not go on', () => {
  test('H19 half a header: 408', async () => {
    expect(await stall('GET /healthz HTTP/1.1\r\nHost: loc')).toMatch(/^HTTP\/1\.1 408/);
  });

  test('H19 ten bytes promised, three sent: 408', async () => {
    expect(await stall(`${POST}Content-Length: 10\r\n\r\n{"a`)).toMatch(/^HTTP\/1\.1 408/);
  });

  test('W17 a handshake and then silence: cut', async () => {
    await using raw = await openRaw(app);
    expect(await raw.closed()).toBe(1005);
    await expectAlive(app);
  });
});
