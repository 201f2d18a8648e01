import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Router } from 'express';
import sirv from 'sirv';
import type { ViteDevServer } from 'vite';
import type { EventInfo } from '#shared/model/event.ts';
import { EventSlug } from '#shared/model/ids.ts';
import { AppError } from '../lib/app-error.ts';
import type { Photos } from '../lib/photos.ts';
import type { Tickets } from '../lib/tickets.ts';
import type { LiveEvents } from '../live/events.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { createEmbed } from './embed.ts';
import { firstPicture } from './first-picture.ts';
import { BUILT, createSendPage, type PageName } from './page-files.ts';
import { createSizeOf } from './picture-sizes.ts';
import { pageHeaders, pass } from './security.ts';
import { createFindPicture, headOf, mayShare, openBase } from './share.ts';

type Parts = {
  events: LiveEvents;
  photos: Photos;
  vite: ViteDevServer | null;
  publicUrl: string | null;
  tickets: Tickets;
};

/** Where each page is served. The page reads its event from its own address. */
const EVENT_PAGES = { e: 'viewer', host: 'host', stage: 'stage', judge: 'judge' } as const;

export function createPages({ events, photos, vite, publicUrl, tickets }: Parts): Router {
  const pages = Router();
  const isDev = vite !== null;
  const send = createSendPage(vite);
  const baseOf = openBase(publicUrl);
  const findPicture = createFindPicture(createSizeOf(photos));
  const find = async (slug: string): Promise<EventInfo | null> =>
    (await openOf(events, slug))?.ledger.state.event ?? null;

  if (vite === null) {
    // Compressed once, by the build; their names change with what is in them.
    const kept = { maxAge: 31_536_000, immutable: true, setHeaders: openToAll };
    if (existsSync(`${BUILT}assets`))
      pages.use('/assets', sirv(`${BUILT}assets`, { brotli: true, gzip: true, ...kept }));
  } else {
    pages.use(vite.middlewares); // first: a page's sources lie below its own address
  }

  pages.get('/', pageHeaders({ isDev, publicUrl }), (request, response) =>
    send(response, 'portal', request.originalUrl),
  );

  for (const [path, page] of Object.entries(EVENT_PAGES)) {
    pages.get(`/${path}/:slug`, async (request, response, next) => {
      if (isDev && request.params.slug.includes('.')) return next(); // a source for Vite: no slug has a dot
      const live = await openOf(events, request.params.slug);
      const event = live?.ledger.state.event ?? null;
      if (event === null) response.status(404); // the page itself says it in the reader's language
      const headers = pageHeaders({ stream: event?.stream, isDev, publicUrl, ...framingOf(page) });
      await pass(headers, request, response);
      const isShared = page === 'viewer' && event !== null && mayShare(event);
      const base = baseOf(request);
      const head = isShared ? headOf(event, base, await findPicture(event, base)) : undefined;
      const data = page === 'viewer' && live !== null ? firstPicture(live) : undefined;
      await send(response, page, request.originalUrl, { head, data }).catch(next);
    });
  }

  pages.use(createEmbed({ find, findPicture, send, isDev, publicUrl, baseOf, tickets }));
  return pages;
}

const framingOf = (page: PageName) =>
  page === 'host' ? { framesItself: true } : page === 'stage' ? { framedBy: ["'self'"] } : {};

/** A frame in a sandbox has no origin of its own, and fetches even its own scripts as a stranger. */
function openToAll(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

async function openOf(events: LiveEvents, text: string): Promise<LiveEvent | null> {
  const slug = EventSlug.safeParse(text).data;
  if (slug === undefined) return null;
  try {
    return await events.open(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
