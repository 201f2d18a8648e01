import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Request, type RequestHandler, Router } from 'express';
import type { EventInfo } from '#shared/model/event.ts';
import { LOOPBACK_ORIGINS, mayEmbed } from '#shared/rules/embed-origin.ts';
import { fail } from '../lib/app-error.ts';
import type { Tickets } from '../lib/tickets.ts';
import { readOembed } from './oembed.ts';
import { BUILT, type SendPage } from './page-files.ts';
import { dataHeaders, pageHeaders, pass, refusalHeaders } from './security.ts';
import { type FindPicture, mayShare } from './share.ts';

type Parts = {
  find(slug: string): Promise<EventInfo | null>;
  findPicture: FindPicture;
  send: SendPage;
  isDev: boolean;
  publicUrl: string | null;
  baseOf(request: Request): string;
  tickets: Tickets;
};

const SHARE_PICTURE = fileURLToPath(new URL('./share.jpg', import.meta.url));

/** What other sites take from here: the loader, the widget's page, oEmbed, and the picture of a link. */
export function createEmbed({ find, findPicture, send, isDev, publicUrl, baseOf, tickets }: Parts): Router {
  const embed = Router();

  /**
   * The widget. Which sites may frame it is for the browser to enforce, by `frame-ancestors`; an unlisted one, as far
   * as it is known, gets a page that says what to do instead of the browser's blank. It holds nothing but words, so
   * to claim a listed origin gains nothing, and to claim an unlisted one gains the words.
   */
  embed.get('/embed/:slug', async (request, response, next) => {
    if (isDev && request.params.slug.includes('.')) return next();
    const event = await find(request.params.slug);
    const page = framingPage(request);
    const listed = event?.embedOrigins ?? [];
    const isAdmitted = page === null || page === baseOf(request) || mayEmbed(page, listed);
    if (event !== null && !isAdmitted) {
      response.status(403);
      await pass(refusalHeaders(isDev), request, response);
      return send(response, 'embed', request.originalUrl);
    }
    if (event === null) response.status(404);
    const framedBy = ["'self'", ...LOOPBACK_ORIGINS, ...listed];
    await pass(pageHeaders({ stream: event?.stream, isDev, publicUrl, framedBy }), request, response);
    const ticket = tickets.issue(request.ip ?? '');
    const head = `<title>新力现场</title>\n    <meta name="xinli-ticket" content="${ticket}" />`;
    return send(response, 'viewer', request.originalUrl, { head });
  });

  if (!isDev) {
    embed.get('/embed.js', openToSites, async (_request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=300');
      response.type('text/javascript').send(await readFile(`${BUILT}embed.js`));
    });
  }

  embed.get('/share.jpg', openToSites, (_request, response) => {
    response.sendFile(SHARE_PICTURE, { maxAge: '1d' });
  });

  embed.get('/oembed', openToSites, async (request, response) => {
    const base = baseOf(request);
    const asked = readOembed(request.query, base);
    const event = await find(asked.slug);
    if (event === null || !mayShare(event)) return fail('NOT_FOUND', 'no such event');
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.json(asked.answer(event, await findPicture(event, base)));
  });

  return embed;
}

/** The origin of the page around this one: as the loader gives it, or else as the browser does; null outside of any frame. */
function framingPage({ headers, query }: Request): string | null {
  const into = headers['sec-fetch-dest'];
  if (into === 'document') return null;
  const given = query['origin'];
  if (typeof given === 'string') return originOf(given);
  return into === undefined || headers.referer === undefined ? null : originOf(headers.referer);
}

const originOf = (text: string): string => (URL.canParse(text) ? new URL(text).origin : 'null');

/** Other sites may read and use it: it is public, and nothing in it depends on who asks. */
const openToSites: RequestHandler = (request, response, next) => {
  dataHeaders(request, response, () => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    next();
  });
};
