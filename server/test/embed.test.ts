import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINE, exchange, upgradeRequest } from './exchange.ts';
import { startTestApp, type TestApp } from './app.ts';

const SITE = 'https://www.example.com';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.run('event:configure', {
    title: '春晚 <b>"&\'',
    summary: '一台晚会',
    embedOrigins: [SITE, 'https://*.sz.example'],
  });
  await app.create('draft', { title: '还没公布', status: 'draft' });
});
afterAll(() => app[Symbol.asyncDispose]());

const frame = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.get(path, { headers: { 'sec-fetch-dest': 'iframe', ...headers } });
const directive = (response: Response, name: string): string | undefined =>
  response.headers
    .get('content-security-policy')
    ?.split(';')
    .find((part) => part.startsWith(name));
const isRefusal = (response: Response): boolean =>
  response.status === 403 && directive(response, 'frame-ancestors') === undefined;

describe('B22 who may frame the widget', () => {
  test.each([
    ['a listed site', SITE],
    ['a name under a star', 'https://nanshan.sz.example'],
    ['this machine, for trying out', 'http://localhost:8080'],
  ])('%s gets the widget, and the browser the list', async (_, origin) => {
    const answer = await frame(`/embed/show?origin=${origin}`);
    expect(answer.status).toBe(200);
    expect(directive(answer, 'frame-ancestors')).toBe(
      `frame-ancestors 'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:* ${SITE} https://*.sz.example`,
    );
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('cross-origin-opener-policy')).toBeNull();
  });

  test.each([
    ['another site', 'https://evil.example'],
    ['a name that only ends like a listed one', 'https://evilsz.example'],
    ['the wrong scheme', 'http://www.example.com'],
    ['another port', `${SITE}:8443`],
    ['a page without an origin', 'null'],
    ['nonsense', 'javascript:alert(1)'],
  ])('%s gets words that do nothing', async (_, origin) => {
    const answer = await frame(`/embed/show?origin=${encodeURIComponent(origin)}`);
    expect(isRefusal(answer)).toBe(true);
    expect(directive(answer, 'connect-src')).toBe("connect-src 'none'");
    expect(await answer.text()).not.toContain('春晚');
  });

  test('to claim a listed origin brings the widget, which the browser then does not show', async () => {
    const answer = await frame(`/embed/show?origin=${SITE}`, { referer: 'https://evil.example/' });
    expect(directive(answer, 'frame-ancestors')).not.toContain('evil');
  });

  test('without a loader the browser’s own word counts', async () => {
    expect(isRefusal(await frame('/embed/show', { referer: 'https://evil.example/page' }))).toBe(true);
    expect((await frame('/embed/show', { referer: `${SITE}/page` })).status).toBe(200);
    expect((await frame('/embed/show')).status).toBe(200);
  });

  test('a page of its own is the event itself; what is not there is not found', async () => {
    expect((await app.get('/embed/show', { headers: { 'sec-fetch-dest': 'document' } })).status).toBe(200);
    expect((await frame(`/embed/nowhere?origin=${SITE}`)).status).toBe(404);
  });

  test('no other page can be framed by another site', async () => {
    for (const path of ['/', '/e/show', '/host/show', '/judge/show', '/stage/show'])
      expect(directive(await app.get(path), 'frame-ancestors')).toMatch(/^frame-ancestors '(?:none|self)'$/);
  });
});

describe('a frame in a sandbox, which has no origin', () => {
  const ticketOf = async (): Promise<string> =>
    /xinli-ticket" content="([^"]+)"/.exec(await (await frame('/embed/show')).text())?.[1] ?? '';
  const upgrade = async (query: string): Promise<number> =>
    (await exchange(app, upgradeRequest(`${ENGINE}${query}`, { Origin: 'null' }))).status;

  test('comes in with the ticket of its page, and not without', async () => {
    const ticket = await ticketOf();
    expect(await upgrade(`&ticket=${ticket}`)).toBe(101);
    expect(await upgrade('')).toBe(400);
    expect(await upgrade(`&ticket=${ticket}x`)).toBe(400);
    const foreign = { Origin: 'https://evil.example' };
    expect((await exchange(app, upgradeRequest(`${ENGINE}&ticket=${ticket}`, foreign))).status).toBe(400);
  });
});

describe('which sites can be listed', () => {
  test.each([
    'https://a.example/',
    'https://a.example/path',
    'http://a.example',
    'https://*.com',
    'https://*',
    '*',
    'https://a.example; script-src *',
    "'self'",
    'https://A.example',
    'javascript:alert(1)',
    '',
    `https://${'a'.repeat(300)}.example`,
  ])('not %s', async (origin) => {
    const ack = await app.command(await app.host(), 'event:configure', { embedOrigins: [origin] });
    expect(ack).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  test('https anywhere, http in the local network', async () => {
    const embedOrigins = [
      'https://a.example:8443',
      'http://192.168.1.5:8080',
      'http://wall.local',
      'https://*.a.example',
    ];
    await app.create('lists');
    expect(await app.run('event:configure', { embedOrigins }, 'lists')).toMatchObject({ embedOrigins });
  });
});

describe('a shared link', () => {
  test('shows the event’s name, words and picture, whatever they are written with', async () => {
    const html = await (await app.get('/e/show')).text();
    expect(html).toContain('<title>春晚 &lt;b&gt;&quot;&amp;&#39;</title>');
    expect(html).toContain('<meta property="og:title" content="春晚 &lt;b&gt;&quot;&amp;&#39;" />');
    expect(html).toContain('<meta property="og:description" content="一台晚会" />');
    const picture = /og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const image = await fetch(picture);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(image.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test('says nothing of a draft', async () => {
    expect(await (await app.get('/e/draft')).text()).not.toContain('还没公布');
    expect((await app.get(`/oembed?url=${app.url}/e/draft`)).status).toBe(404);
  });

  test('leads to an oEmbed answer', async () => {
    const html = await (await app.get('/e/show')).text();
    const link = /json\+oembed" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const answer = await fetch(`${link}&maxwidth=300&maxheight=2000`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: '春晚 <b>"&\'',
      width: 300,
      height: 640,
    });
  });

  test('tells how large an uploaded cover is, and leaves the size out where the file does not tell', async () => {
    await using other = await startTestApp();
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000004b000000276', 'hex');
    const shared = async (cover: Buffer): Promise<{ html: string; card: Record<string, unknown> }> => {
      const stored = await fetch(`${other.url}/api/v1/events/show/photos`, {
        method: 'POST',
        body: new Uint8Array(cover),
        headers: { 'content-type': 'image/png', authorization: `Bearer ${await other.host()}` },
      });
      const { photo } = (await stored.json()) as { photo: string };
      await other.run('event:configure', { picture: photo });
      const card = await other.get(`/oembed?url=${other.url}/e/show`);
      return {
        html: await (await other.get('/e/show')).text(),
        card: (await card.json()) as Record<string, unknown>,
      };
    };
    const { html, card } = await shared(header);
    expect(html).toContain('<meta property="og:image:width" content="1200" />');
    expect(html).toContain('<meta property="og:image:height" content="630" />');
    expect(card).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630 });
    expect((await fetch(String(card['thumbnail_url']))).headers.get('content-type')).toBe('image/png');
    const cut = await shared(header.subarray(0, 20));
    expect(cut.html).not.toContain('og:image:width');
    expect(cut.html).toContain('og:image');
    expect(Object.keys(cut.card)).not.toContain('thumbnail_url');
  });

  test.each([
    ['format=xml', 415],
    ['maxwidth=-1', 400],
    ['maxheight=1e3', 400],
  ])('oEmbed: %s is %i', async (query, status) => {
    expect((await app.get(`/oembed?url=${app.url}/e/show&${query}`)).status).toBe(status);
  });

  test.each(['', 'nonsense', 'https://evil.example/e/show', '/e/show'])(
    'oEmbed: no event at “%s”',
    async (url) => {
      expect((await app.get(`/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404);
    },
  );
});
