import { expect, test } from 'vitest';
import { CLIP } from '../http/clip.ts';
import { startTestApp } from './app.ts';

test('the clip that ships with the server is whole, small, and served as what it is', async () => {
  await using app = await startTestApp({ events: [] });
  const playlist = await app.get(CLIP);
  expect(playlist.status).toBe(200);
  expect(playlist.headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
  expect(playlist.headers.get('cache-control')).toBe('no-cache');

  const text = await playlist.text();
  const init = /URI="([^"]+)"/.exec(text)?.[1] ?? '';
  const segments = text.split('\n').filter((line) => line.endsWith('.m4s'));
  expect(segments).toHaveLength(6);
  let bytes = text.length;
  for (const name of [init, ...segments]) {
    const part = await app.get(new URL(name, `http://localhost${CLIP}`).pathname);
    expect(part.status).toBe(200);
    expect(part.headers.get('content-type')).toMatch(/^video\//);
    expect(part.headers.get('cache-control')).toBe('public, max-age=3600');
    bytes += (await part.arrayBuffer()).byteLength;
  }
  expect(bytes).toBeLessThan(2_000_000);
  expect((await app.get('/demo/clip-9.m4s')).status).toBe(404);
  expect((await app.get('/demo/')).status).toBe(404);
  expect((await app.get('/demo/..%2fsecurity.ts')).status).not.toBe(200);
});
