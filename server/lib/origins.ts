import type { IncomingMessage } from 'node:http';

/**
 * Whether a request's Origin may talk to this server. None at all may: no ambient credential is used, so a page of
 * another site gains nothing by hiding it. A foreign or `null` one may not. Without a public address the server
 * takes the Host it was called by for its own.
 */
export function createOriginCheck(
  allowed: readonly string[],
  publicUrl: string | null,
): (request: IncomingMessage) => boolean {
  const known = new Set(publicUrl === null ? allowed : [...allowed, publicUrl]);
  return ({ headers: { origin, host } }) => {
    if (origin === undefined || known.has(origin)) return true;
    if (host === undefined) return false;
    const isOwn = origin === `http://${host}` || origin === `https://${host}`;
    return isOwn && (publicUrl === null || /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host));
  };
}
