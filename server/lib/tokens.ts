import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Role, type Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug, Instant } from '#shared/model/ids.ts';
import type { Clock } from './clock.ts';

export type SigningKey = {
  /** Names the key in the token, so that keys can be replaced one after the other. */
  kid: string;
  secret: string;
};

export type Claims = {
  event: EventSlug;
  actor: Actor;
  /** Unix milliseconds, or null for no end. */ expiresAt: number | null;
};

/** Who a token says its bearer is, and when it was issued, in Unix milliseconds. */
export type Bearer = { actor: Actor; issuedAt: number };

export type Tokens = {
  /** Throws a RangeError when the token would be longer than any token may be. */
  sign(claims: Claims): string;
  /** What the token says of its bearer in this event; null for any token that is not wholly in order. */
  verify(token: string, event: EventSlug): Bearer | null;
};

const MAX_LENGTH = 1_024;
const MAX_AHEAD_MS = 86_400_000;
const SHAPE = /^xl1\.([\w-]{1,16})\.[\w-]+\.[\w-]{43}$/;

/** event, role, id, name, viewer number, issued at, expires at. */
const Payload = z.tuple([
  EventSlug,
  Role,
  ActorId,
  z.string(),
  z.int().positive().nullable(),
  Instant,
  Instant.nullable(),
]);

/**
 * Tokens are `xl1.kid.payload.mac`: the MAC is HMAC-SHA256 over all that stands before it. There is one algorithm and
 * a token does not name it. The first key signs, all of them verify; any node with the same key verifies.
 * Nothing of a token is read before its MAC has been checked, and the MAC is compared as text, in constant time:
 * base64 has spare bits, and a token is to have one spelling.
 */
export function createTokens({ keys, clock }: { keys: readonly SigningKey[]; clock: Clock }): Tokens {
  const secrets = new Map(keys.map(({ kid, secret }) => [kid, createSecretKey(secret, 'utf8')]));
  const [signer] = keys;
  const signingKey = signer && secrets.get(signer.kid);
  if (!signingKey) throw new TypeError('no key to sign tokens with');

  return {
    sign({ event, actor, expiresAt }) {
      const payload = [event, actor.role, actor.id, actor.name, actor.number, clock.now(), expiresAt];
      const body = `xl1.${signer.kid}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
      const token = `${body}.${mac(signingKey, body)}`;
      if (token.length > MAX_LENGTH) throw new RangeError('the token would be too long; is the name?');
      return token;
    },

    verify(token, event) {
      if (token.length > MAX_LENGTH) return null;
      const kid = SHAPE.exec(token)?.[1];
      const key = kid === undefined ? undefined : secrets.get(kid);
      if (!key) return null;
      const end = token.lastIndexOf('.');
      const body = token.slice(0, end);
      if (!timingSafeEqual(Buffer.from(token.slice(end + 1)), Buffer.from(mac(key, body)))) return null;

      const payload = parse(body.slice(body.lastIndexOf('.') + 1));
      if (!payload) return null;
      const [signedEvent, role, id, name, number, issuedAt, expiresAt] = payload;
      const now = clock.now();
      if (signedEvent !== event || issuedAt - now >= MAX_AHEAD_MS) return null;
      if (expiresAt !== null && now >= expiresAt) return null;
      return { actor: { id, role, name, number }, issuedAt };
    },
  };
}

const mac = (key: KeyObject, body: string): string =>
  createHmac('sha256', key).update(body).digest('base64url');

function parse(payload: string): z.output<typeof Payload> | null {
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data ?? null;
  } catch {
    return null; // signed by this key, yet not JSON: another program has the key
  }
}
