import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/actor.ts';
import type { EventInfo } from '#shared/model/event.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import { errors } from '#shared/protocol/errors.ts';
import { audienceOf, seesDrafts } from '#shared/rules/audience.ts';
import { isRevoked, isScreenLink } from '#shared/rules/screens.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Execute } from '../execute.ts';
import type { Certificate } from '../lib/certificate.ts';
import type { Clock } from '../lib/clock.ts';
import type { Signer } from '../lib/signer.ts';
import { fail } from '../lib/app-error.ts';
import type { Networks } from '../lib/networks.ts';
import { provenanceOf } from '../lib/provenance.ts';
import type { LiveEvents } from '../live/events.ts';
import type { Identity, Known } from '../live/identity.ts';
import type { Pulse, Store } from '../store/store.ts';
import { createCounts } from './counts.ts';
import { danmakuXml } from './danmaku.ts';
import { commentLines, commentRows, pollRows, writeCsv, writeFile } from './exports.ts';
import { figureRows } from './figures.ts';
import { ROUND_TABLES } from './round-tables.ts';
import { tokenOf } from './token-of.ts';
import { roundWorkbook } from './workbook.ts';

type Parts = {
  execute: Execute;
  identity: Identity;
  events: LiveEvents;
  store: Store;
  signer: Signer;
  /** Networks whose many people behind one address are no sign of anything. */
  vouched: Networks;
  clock: Clock;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const CommandRequest = z.strictObject({
  command: z.string(),
  commandId: z.unknown().optional(),
  input: z.record(z.string(), z.unknown()).default({}),
});

/** Everything a host can do, for scripts: the same pipeline as the sockets, the same answers. */
export function createApi({ execute, identity, events, store, signer, vouched, clock }: Parts): Router {
  const api = Router();
  const counts = createCounts(events, clock);

  const known = (request: Request, slug: EventSlug | null): Known => {
    const token = tokenOf(request);
    return token === undefined
      ? fail('FORBIDDEN', 'Authorization: Bearer <token>')
      : identity.verify(slug, token);
  };
  const bearer = (request: Request, slug: EventSlug | null): Actor => known(request, slug).actor;
  const desk = (request: Request, slug: EventSlug): Actor => {
    const actor = bearer(request, slug);
    return audienceOf(actor.role) === 'staff' ? actor : fail('FORBIDDEN', `not for the role ${actor.role}`);
  };

  /** What the portal shows; with the admin token, drafts and rehearsals too. */
  api.get('/events', async (request, response) => {
    const all = await store.listEvents();
    const isAdmin = request.headers.authorization !== undefined && bearer(request, null).role === 'admin';
    const shown = isAdmin ? all : all.filter(isPublic);
    response.json({ events: shown, figures: await counts(shown) });
  });

  api.post('/events', async (request, response) => {
    const body = objectOf(request.body);
    const slug = slugOf(body['slug']);
    answer(response, await execute(slug, 'event:create', bearer(request, slug), body));
  });

  /** The audience's snapshot: what the bearer would be sent on joining. Without a token, the public one. */
  api.get('/events/:slug', async (request, response) => {
    const slug = slugOf(request.params.slug);
    const actor = request.headers.authorization === undefined ? null : bearer(request, slug);
    const role = actor?.role ?? 'viewer';
    const { feed, ledger } = await events.open(slug);
    const mayRead = seesDrafts(role) || (actor !== null && isScreenLink(actor.id));
    if (!mayRead && ledger.state.event.status === 'draft') fail('NOT_FOUND', `no event ${slug}`);
    if (actor !== null && isRevoked(ledger.state, actor.id)) fail('FORBIDDEN', 'this right was revoked');
    const { state, revision } = feed.audience(audienceOf(role)).latest();
    response.json({ epoch: ledger.tip.epoch, revision, state });
  });

  api.post('/events/:slug/commands', async (request, response) => {
    const slug = slugOf(request.params.slug);
    const { command, commandId, input } =
      CommandRequest.safeParse(request.body).data ?? fail('INVALID', '{ command, commandId?, input }');
    const raw = commandId === undefined ? input : { ...input, commandId };
    const { actor, bornAt } = known(request, slug);
    const from = provenanceOf(request.ip ?? '', bornAt, vouched);
    answer(response, await execute(slug, command, actor, raw, from));
  });

  /** A judge's device has no token yet: it becomes somebody with the code it shows. */
  api.post('/events/:slug/pair', async (request, response) => {
    const slug = slugOf(request.params.slug);
    answer(
      response,
      await execute(slug, 'judge:pair', newcomerFrom(request.ip ?? ''), objectOf(request.body)),
    );
  });

  api.post('/events/:slug/tokens', async (request, response) => {
    const slug = slugOf(request.params.slug);
    const ack = await execute(slug, 'token:create', bearer(request, slug), objectOf(request.body));
    if (ack.ok) response.status(201).json(ack.data);
    else answer(response, ack);
  });

  /** Public once the round is: the bytes are the certificate, so nothing is put around them. */
  api.get('/events/:slug/rounds/:round/certificate.json', async (request, response) => {
    const slug = slugOf(request.params.slug);
    const asked = { roundId: request.params.round };
    const ack = await execute(slug, 'round:certificate', newcomerFrom(request.ip ?? ''), asked);
    if (!ack.ok) return answer(response, ack);
    const { certificate } = ack.data as Output<'round:certificate'>;
    response.setHeader('Content-Disposition', `attachment; filename="${slug}-${asked.roundId}.json"`);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.type('application/json').send(Buffer.from(certificate));
  });

  /** The certificate behind a published round's tables; null when the refusal has been answered. */
  const published = async (request: Request, response: Response): Promise<Certificate | null> => {
    const slug = slugOf(request.params['slug']);
    const asked = { roundId: request.params['round'] };
    const ack = await execute(slug, 'round:certificate', newcomerFrom(request.ip ?? ''), asked);
    if (ack.ok) return JSON.parse((ack.data as Output<'round:certificate'>).certificate) as Certificate;
    answer(response, ack);
    return null;
  };

  for (const [name, rows] of Object.entries(ROUND_TABLES)) {
    api.get(`/events/:slug/rounds/:round/${name}.csv`, async (request, response) => {
      const told = await published(request, response);
      if (told !== null)
        await writeCsv(response, `${told.event.slug}-${told.plan.id}-${name}.csv`, rows(told));
    });
  }

  /** The same tables as one workbook. */
  api.get('/events/:slug/rounds/:round/result.xlsx', async (request, response) => {
    const told = await published(request, response);
    if (told === null) return;
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${told.event.slug}-${told.plan.id}.xlsx"`,
    );
    response.type(XLSX).send(await roundWorkbook(told));
  });

  /** Whom to compare a certificate's signer with, and the key for `xinli verify --key`. */
  api.get('/signer', (_request, response) => {
    response.json({ publicKey: signer.publicKey, fingerprint: signer.fingerprint });
  });

  api.get('/events/:slug/export/comments.csv', async (request, response) => {
    const slug = slugOf(request.params.slug);
    desk(request, slug);
    await events.open(slug);
    await writeCsv(response, `${slug}-comments.csv`, commentRows(store, slug));
  });

  api.get('/events/:slug/export/comments.jsonl', async (request, response) => {
    const slug = slugOf(request.params.slug);
    desk(request, slug);
    await events.open(slug);
    const file = { name: `${slug}-comments.jsonl`, type: 'application/x-ndjson' };
    await writeFile(response, file, commentLines(store, slug));
  });

  /** `?from=` is when the recording begins, in Unix milliseconds or ISO 8601; else when the show did. */
  api.get('/events/:slug/export/danmaku.xml', async (request, response) => {
    const slug = slugOf(request.params.slug);
    desk(request, slug);
    const { ledger } = await events.open(slug);
    const from = instantOf(request.query['from']) ?? beginningOf(ledger.state);
    const file = { name: `${slug}-danmaku.xml`, type: 'application/xml' };
    await writeFile(response, file, danmakuXml(store, slug, from));
  });

  api.get('/events/:slug/export/figures.csv', async (request, response) => {
    const slug = slugOf(request.params.slug);
    desk(request, slug);
    const { ledger, presence } = await events.open(slug);
    await presence.measure(); // with what this node has not yet reported
    const sums = await store.pulse(slug, onlooker);
    await writeCsv(response, `${slug}-figures.csv`, figureRows(ledger.state.event, sums, Date.now()));
  });

  api.get('/events/:slug/export/polls.csv', async (request, response) => {
    const slug = slugOf(request.params.slug);
    desk(request, slug);
    const { ledger } = await events.open(slug);
    await writeCsv(response, `${slug}-polls.csv`, pollRows(store, slug, ledger.state.polls));
  });

  api.use(() => fail('NOT_FOUND', 'no such endpoint'));
  return api;
}

/** Reads the sums, and has nobody to report. */
const onlooker: Pulse = {
  node: 'export',
  leaseMs: 0,
  online: 0,
  arrived: [],
  seen: [],
  reactions: {},
  reactionBatches: 0,
};

/** When the first item of the rundown began, or when the event was to; null when nobody said. */
function beginningOf({ rundown, event }: EventState): number | null {
  const began = rundown.flatMap(({ startedAt }) => startedAt ?? []);
  return began.length > 0 ? Math.min(...began) : event.startsAt;
}

function instantOf(text: unknown): number | null {
  if (text === undefined) return null;
  const at = typeof text !== 'string' ? NaN : /^\d{1,15}$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(at) ? fail('INVALID', 'from: Unix milliseconds or ISO 8601') : at;
}

/** Someone without a token; the address keeps one of them from using up what the others may ask. */
const newcomerFrom = (address: string): Actor => ({
  id: ActorId.parse(`new-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`),
  role: 'viewer',
  name: '',
  number: null,
});

/** A rehearsal is for those who have its link. */
const isPublic = ({ status, rehearsal }: EventInfo): boolean => status !== 'draft' && rehearsal !== true;

const slugOf = (text: unknown): EventSlug =>
  EventSlug.safeParse(text).data ?? fail('NOT_FOUND', 'no such event');

const objectOf = (body: unknown): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).safeParse(body).data ?? fail('INVALID', 'the body is not an object');

function answer(response: Response, ack: Ack<unknown>): void {
  if (!ack.ok && ack.error.retryAfterMs !== undefined) {
    response.setHeader('Retry-After', String(Math.ceil(ack.error.retryAfterMs / 1000)));
  }
  response.status(ack.ok ? 200 : errors[ack.error.code].status).json(ack);
}
