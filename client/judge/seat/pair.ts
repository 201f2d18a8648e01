import type { Output } from '#shared/protocol/commands.ts';
import type { Ack, Refusal } from '#shared/protocol/errors.ts';

export type Pairing = { slug: string; code: string; device: string; label: string };

/** Why a code gives no seat, each with its own way out. */
export type PairProblem =
  | 'used'
  | 'revoked'
  | 'unknown'
  | 'expired'
  | 'full'
  | 'noEvent'
  | 'noAnswer'
  | 'other';

/** Exchanges a code for this device's token. It is asked before joining, as nobody yet: a judge is no viewer. */
export async function pair({ slug, ...input }: Pairing): Promise<Ack<Output<'judge:pair'>>> {
  try {
    const response = await fetch(`/api/v1/events/${encodeURIComponent(slug)}/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Ack<Output<'judge:pair'>>;
  } catch {
    // No network, or something between here and the server answered in its place.
    return { ok: false, error: { code: 'UNAVAILABLE', message: 'no answer', retryable: true } };
  }
}

/** The refusals of `judge:pair` share their codes; what sets them apart are their words. */
export function problemOf({ code, message }: Refusal): PairProblem {
  if (code === 'NOT_FOUND') return 'noEvent';
  if (code === 'UNAVAILABLE' || code === 'RATE' || code === 'INTERNAL') return 'noAnswer';
  if (code === 'CLOSED')
    return message.includes('expired') ? 'expired' : message.includes('devices') ? 'full' : 'noEvent';
  if (code !== 'FORBIDDEN') return code === 'INVALID' ? 'unknown' : 'other';
  if (message.includes('another device')) return 'used';
  return message.includes('revoked') ? 'revoked' : 'unknown';
}
