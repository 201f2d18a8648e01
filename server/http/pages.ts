import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import sirv from 'sirv';
import type { ViteDevServer } from 'vite';
import { EventSlug } from '#shared/model/ids.ts';
import type { Stream } from '#shared/model/event.ts';
import { AppError } from '../lib/app-error.ts';
import type { LiveEvents } from '../live/events.ts';
import { pageHeaders } from './security.ts';

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const sources = fileURLToPath(new URL('../../client/', import.meta.url));

type Parts = { events: LiveEvents; vite: ViteDevServer | null; publicUrl: string | null };

/** Where each page is served. The page reads its event from its own address. */
const EVENT_PAGES = { e: 'viewer', host: 'host', stage: 'stage', judge: 'judge' } as const;

export function createPages({ events, vite, publicUrl }: Parts): Router {
  const pages = Router();
  const isDev = vite !== null;

  async function send(response: Response, page: string, path: string): Promise<void> {
    if (vite === null) return response.sendFile(`${built}${page}/index.html`, { cacheControl: false });
    const html = await readFile(`${sources}${page}/index.html`, 'utf8');
    response.type('html').send(await vite.transformIndexHtml(`/${page}/index.html`, html, path));
  }

  const withHeaders = (stream: Stream, page?: string): RequestHandler =>
    pageHeaders({ stream, isDev, publicUrl, framing: framingOf(page) });

  if (vite === null) {
    // Compressed once, by the build; their names change with what is in them.
    const kept = { maxAge: 31_536_000, immutable: true };
    if (existsSync(`${built}assets`))
      pages.use('/assets', sirv(`${built}assets`, { brotli: true, gzip: true, ...kept }));
  } else {
    pages.use(vite.middlewares); // first: a page's sources lie below its own address
  }

  pages.get('/', withHeaders({ kind: 'none' }), (request, response) =>
    send(response, 'portal', request.originalUrl),
  );

  for (const [path, page] of Object.entries(EVENT_PAGES)) {
    pages.get(`/${path}/:slug`, async (request, response, next) => {
      if (isDev && request.params.slug.includes('.')) return next(); // a source for Vite: no slug has a dot
      const stream = await streamOf(events, request.params.slug);
      if (stream === null) response.status(404); // the page itself says it in the reader's language
      await run(withHeaders(stream ?? { kind: 'none' }, page), request, response);
      await send(response, page, request.originalUrl).catch(next);
    });
  }

  return pages;
}

const framingOf = (page: string | undefined) =>
  page === 'host' ? 'desk' : page === 'stage' ? 'stage' : undefined;

const run = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void handler(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });

async function streamOf(events: LiveEvents, text: string): Promise<Stream | null> {
  const slug = EventSlug.safeParse(text).data;
  if (slug === undefined) return null;
  try {
    return (await events.open(slug)).ledger.state.event.stream;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
