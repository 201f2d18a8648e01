import type { IncomingMessage } from 'node:http';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { errors, type ErrorCode } from '#shared/protocol/errors.ts';
import type { Stream } from '#shared/model/event.ts';
import { AppError, fail, refusal } from '../lib/app-error.ts';
import type { Networks } from '../lib/networks.ts';

/** Headers of an answer that is data: nothing in it may run, frame or be framed. */
export const dataHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  strictTransportSecurity: false,
});

type PageNeeds = {
  stream?: Stream | undefined;
  isDev: boolean;
  publicUrl: string | null;
  /** Who may put the page into a frame, as `frame-ancestors` has it; nobody unless somebody is named. */
  framedBy?: readonly string[];
  /** It shows another page of this server in a frame. */
  framesItself?: boolean;
};

/** Headers of a page: scripts and styles from here alone, and the event's own stream. */
export function pageHeaders({
  stream,
  isDev,
  publicUrl,
  framedBy,
  framesItself = false,
}: PageNeeds): RequestHandler {
  const media = stream?.kind === 'hls' || stream?.kind === 'mp4' ? originsOf(stream.url) : [];
  const isSecure = publicUrl?.startsWith('https://') ?? false;
  const frames = [
    ...(framesItself ? ["'self'"] : []),
    ...(stream?.kind === 'iframe' ? originsOf(stream.url) : []),
  ];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...ownParts(isDev),
        'media-src': ["'self'", 'blob:', ...media],
        'worker-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", 'ws:', 'wss:', ...media],
        'frame-src': frames.length > 0 ? frames : ["'none'"],
        'frame-ancestors': framedBy ?? ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Over plain HTTP a browser ignores both, the second one with a complaint.
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: isSecure && framedBy === undefined,
    crossOriginEmbedderPolicy: false,
    ...(framedBy !== undefined && framed),
  });
}

/** Headers of the page that an unlisted site sees in its frame: words, which any site may show. */
export const refusalHeaders = (isDev: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...ownParts(isDev), 'connect-src': isDev ? ["'self'", 'ws:'] : ["'none'"] },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    ...framed,
  });

/** The older header knows one site or none, and would forbid what `frame-ancestors` allows. */
const framed = { xFrameOptions: false, crossOriginResourcePolicy: { policy: 'cross-origin' } } as const;

const ownParts = (isDev: boolean) => ({
  'default-src': ["'none'"],
  // In development the dev server writes its own inline scripts and styles.
  'script-src': isDev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
  'style-src': isDev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
});

const originsOf = (url: string): string[] => (URL.canParse(url) ? [new URL(url).origin] : []);

/** Lets a handler do its part, and goes on here. */
export const pass = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void handler(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });

/** Refuses requests of pages that are not ours. */
export const refuseForeignOrigins =
  (admits: (request: IncomingMessage) => boolean): RequestHandler =>
  (request, _response, next) => {
    if (!admits(request)) fail('FORBIDDEN', 'this origin is not allowed');
    next();
  };

/** Bodies are JSON in UTF-8, or there is none; anything else is refused before it is read. */
export const refuseOtherBodies: RequestHandler = (request, _response, next) => {
  const type = request.headers['content-type'];
  const isJson = type !== undefined && /^application\/json *(; *charset=utf-8 *)?$/i.test(type);
  if (request.method === 'POST' && !isJson) fail('UNSUPPORTED', 'the body must be application/json in UTF-8');
  if (request.headers['content-encoding'] !== undefined)
    fail('UNSUPPORTED', 'the body must not be compressed');
  next();
};

/** Requests one address may make, except from loopback and the venue's own networks. */
export function limitRequests(
  exempt: Networks,
  { points, seconds }: { points: number; seconds: number },
): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (request, _response, next) => {
    const address = request.ip ?? '';
    if (exempt.has(address)) return next();
    const spent = await limiter.consume(address).catch((rejected: unknown) => rejected);
    if (spent instanceof Error) throw spent;
    const { msBeforeNext, consumedPoints } = spent as { msBeforeNext: number; consumedPoints: number };
    if (consumedPoints > points) fail('RATE', 'too many requests', { retryAfterMs: msBeforeNext });
    next();
  };
}

const HttpError = z.object({ status: z.int().min(400).max(499), type: z.string().optional() });

/** The last handler: a refusal in the same form as everywhere, never a stack trace. */
export const answerErrors =
  (onFailure: (error: unknown) => void): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const refused = asRefused(error);
    if (refused.code === 'INTERNAL') onFailure(error);
    response.status(errors[refused.code].status).json({ ok: false, error: refusal(refused) });
  };

function asRefused(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { data } = HttpError.safeParse(error);
  if (data === undefined) return new AppError('INTERNAL', 'something went wrong here');
  return new AppError(codeOf(data.status), data.type ?? 'bad request');
}

const codeOf = (status: number): ErrorCode =>
  status === 413 ? 'TOO_LARGE' : status === 415 ? 'UNSUPPORTED' : status === 404 ? 'NOT_FOUND' : 'INVALID';
