import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Response } from 'express';
import type { ViteDevServer } from 'vite';

export const BUILT = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const SOURCES = fileURLToPath(new URL('../../client/', import.meta.url));

const compress = promisify(gzip);

export type PageName = 'portal' | 'viewer' | 'host' | 'stage' | 'judge' | 'embed';

/** `head` takes the place of the page's title, `data` comes before its end. */
type Parts = { head?: string | undefined; data?: string | undefined };

/** The HTML of a page, from the build or, in development, through the dev server. */
export type SendPage = (response: Response, page: PageName, path: string, parts?: Parts) => Promise<void>;

export function createSendPage(vite: ViteDevServer | null): SendPage {
  const built = new Map<PageName, string>();
  const htmlOf = async (page: PageName, path: string): Promise<string> => {
    if (vite !== null) {
      const html = await readFile(`${SOURCES}${page}/index.html`, 'utf8');
      return vite.transformIndexHtml(`/${page}/index.html`, html, path);
    }
    const html = built.get(page) ?? (await readFile(`${BUILT}${page}/index.html`, 'utf8'));
    built.set(page, html);
    return html;
  };
  return async (response, page, path, { head, data } = {}) => {
    let html = await htmlOf(page, path);
    if (head !== undefined) html = html.replace(/<title>.*?<\/title>/s, () => head);
    if (data !== undefined) html = html.replace('</body>', () => `${data}</body>`);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.type('html');
    // With data it is long, and differs from one moment to the next.
    if (data === undefined || !response.req.acceptsEncodings('gzip')) return void response.send(html);
    response.vary('Accept-Encoding').setHeader('Content-Encoding', 'gzip');
    response.send(await compress(html));
  };
}
