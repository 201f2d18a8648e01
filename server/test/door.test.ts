import { describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { doorOptions } from '../live/door.ts';
import { startTestApp } from './app.ts';

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
