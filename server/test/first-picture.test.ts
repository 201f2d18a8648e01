import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { emptyDesk } from '#shared/rules/fold-desk.ts';
import { startTestApp, type TestApp } from './app.ts';
import { until } from './until.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app[Symbol.asyncDispose]());

type Picture = { html: string; serverTime: number; state: EventState };

/** What a visitor's page holds before it has joined. */
async function firstPicture(): Promise<Picture> {
  const answer = await app.get('/e/show', { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  expect(answer.headers.get('vary')).toContain('Accept-Encoding');
  const html = await answer.text();
  const [, json = ''] =
    /<script type="application\/json" id="first-picture">(.*?)<\/script>/s.exec(html) ?? [];
  return { html, ...(JSON.parse(json) as { serverTime: number; state: EventState }) };
}

const shows = (texts: string[]): Promise<Picture> =>
  until(`the page shows ${texts.join()}`, async () => {
    const picture = await firstPicture();
    return picture.state.comments.map(({ text }) => text).join() === texts.join() && picture;
  });

describe('the first picture in a viewer’s page', () => {
  test('is what every visitor is told on joining: shown comments, nothing of the desk, and nothing that runs', async () => {
    const bad = '</script><script>alert(1)</script>';
    const { id: commentId } = await app.run('comment:post', { text: '先来的' });
    await app.run('comment:post', { text: bad });
    const { html, serverTime, state } = await shows(['先来的', bad]);
    expect(html).not.toContain('<script>alert');
    expect(Math.abs(serverTime - Date.now())).toBeLessThan(60_000);
    expect(state.desk).toEqual(emptyDesk);

    await app.run('comment:hide', { commentId });
    expect((await shows([bad])).state.desk).toEqual(emptyDesk);
  });

  test('is in no page that does not show it, and in none of a draft, which nobody may join', async () => {
    await app.create('secret', { title: '还没公布', status: 'draft' });
    for (const path of ['/e/secret', '/stage/show', '/host/show', '/judge/show', '/', '/e/nowhere'])
      expect(await (await app.get(path)).text()).not.toContain('first-picture');
  });
});
