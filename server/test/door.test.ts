import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { doorOptions } from '../live/door.ts';
import { startTestApp, type TestApp } from './app.ts';
import {
  CLOSE,
  ENGINE,
  exchange,
  joinRaw,
  openRaw,
  PING,
  type Raw,
  upgradeRequest,
  type WsFrame,
  wsFrame,
} from './raw.ts';
import { join } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp({ origins: ['https://ok.example'] })));
afterAll(() => app[Symbol.asyncDispose]());

/** That the server goes on as if nothing had been: somebody joins and is heard. */
async function expectAlive(): Promise<void> {
  await using viewer = await join(app);
  expect(await viewer.run('comment:post', { text: '还在' })).toMatchObject({ shown: true });
}
const upgrade = (path?: string, headers?: Record<string, string | null>) =>
  exchange(app, upgradeRequest(path, headers));

describe('what is set', () => {
  test('the door’s options are the ones that keep it narrow', () => {
    expect(doorOptions).toMatchObject({
      transports: ['websocket'],
      allowUpgrades: false,
      allowEIO3: false,
      maxHttpBufferSize: 16_384,
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      connectTimeout: 10_000,
      upgradeTimeout: 5_000,
      serveClient: false,
      cookie: false,
      cleanupEmptyChildNamespaces: true,
    });
    expect(doorOptions).not.toHaveProperty('cors');
    expect(doorOptions).not.toHaveProperty('connectionStateRecovery');
  });

  test('the WebSocket server takes no option that widens it', () => {
    const Engine = doorOptions.wsEngine as typeof WebSocketServer;
    const server = new Engine({
      noServer: true,
      perMessageDeflate: true,
      maxPayload: 1e9,
      skipUTF8Validation: true,
    });
    expect(server).toBeInstanceOf(WebSocketServer);
    expect(server.options).toMatchObject({
      perMessageDeflate: false,
      maxPayload: 16_384,
      maxFragments: 16,
      maxBufferedChunks: 256,
      maxPendingAutoPongs: 16,
      skipUTF8Validation: false,
    });
  });

  test('the HTTP server’s times and counts are bounded', () => {
    expect(app.http).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 5_000,
      maxHeadersCount: 64,
      maxRequestsPerSocket: 1_000,
    });
  });
});
