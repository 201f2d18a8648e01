import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openFolder, startTestApp } from './app.ts';
import { startProcess } from './process.ts';
import { joinRaw } from './raw.ts';
import { join, joinMany } from './sockets.ts';

describe('a node that stops', () => {
  test('A12 asks everyone to come back, goes on answering, and closes so that they do', async () => {
    await using app = await startTestApp();
    await using viewers = await joinMany(app, 5);
    const host = await app.host();
    const stopping = app.close(1);
    for (const viewer of viewers) await viewer.until('asked', ({ heard }) => heard.includes('moving'));
    await expect(join(app)).rejects.toThrow('UNAVAILABLE');
    expect((await app.get('/readyz')).status).toBe(503);
    expect((await app.get('/healthz')).status).toBe(200);
    expect(await app.command(host, 'stage:take', { scene: 'wall' })).toMatchObject({ ok: true });
    for (const viewer of viewers) {
      expect(await viewer.until('closed', ({ lost }) => lost)).toBe('transport close');
    }
    await stopping;
  });

  test('is not held up by a connection that says nothing, nor by one that does not say goodbye', async () => {
    await using app = await startTestApp();
    await using raw = await joinRaw(app);
    raw.tcp.pause();
    const silent = Array.from({ length: 2 }, () =>
      connect(app.port, '127.0.0.1').on('error', () => undefined),
    );
    await Promise.all(silent.map((tcp) => once(tcp, 'connect')));
    silent[0]?.write('GET / HT');
    const gone = silent.map((tcp) => new Promise((resolve) => tcp.resume().once('close', resolve)));
    await app.close();
    await Promise.all(gone);
    raw.tcp.resume();
    expect(await raw.closed()).not.toBe(1000);
  });

  test('stops twice as well as once', async () => {
    await using app = await startTestApp();
    await Promise.all([app.close(), app.close()]);
    await expect(join(app)).rejects.toThrow('websocket error');
  });

  test('a terminated process moves its viewers, ends with 0, and leaves its data whole', async () => {
    await using folder = await openFolder();
    await (await startTestApp({ folder: folder.path })).close();
    await using server = await startProcess({ XINLI_DATA: folder.path, XINLI_DRAIN_SECONDS: '1' });
    await using viewer = await join(server);
    await viewer.run('comment:post', { text: '最后一句' });
    const ended = server.end('SIGTERM');
    await viewer.until('asked', ({ heard }) => heard.includes('moving'));
    expect(await viewer.until('closed', ({ lost }) => lost)).toBe('transport close');
    expect(await ended).toBe(0);
    await using app = await startTestApp({ folder: folder.path });
    await using back = await join(app, { token: viewer.welcome.token });
    expect([back.texts, back.welcome.you.id]).toEqual([['最后一句'], viewer.welcome.you.id]);
  });
});
