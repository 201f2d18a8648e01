import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Response } from 'express';
import type { ViteDevServer } from 'vite';

export const BUILT = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const SOURCES = fileURLToPath(new URL('../../client/', import.meta.url));

export type PageName = 'portal' | 'viewer' | 'host' | 'stage' | 'judge' | 'embed';

/** The HTML of a page, from the build or, in development, through the dev server; `head` takes the place of its title. */
export type SendPage = (response: Response, page: PageName, path: string, head?: string) => Promise<void>;

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
  return async (response, page, path, head) => {
    const html = await htmlOf(page, path);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.type('html').send(head === undefined ? html : html.replace(/<title>.*?<\/title>/s, () => head));
  };
}
