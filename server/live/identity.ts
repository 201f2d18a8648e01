import { timingSafeEqual, createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#shared/model/actor.ts';
import { Role as RoleSchema } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import { ScreenPage } from '#shared/model/screen.ts';
import { fail } from '../lib/app-error.ts';
import { viewerId } from '../lib/ids.ts';
import type { Tokens } from '../lib/tokens.ts';
import type { Store } from '../store/store.ts';

/** Who somebody is in an event, by the token they show; a role is never taken from what they say. */
export type Identity = {
  /** The token's bearer; FORBIDDEN when it is not wholly in order. Outside any event, only the admin is somebody. */
  verify(slug: EventSlug | null, token: string): Known;
  /** A viewer nobody has been, with the next number. */
  newViewer(slug: EventSlug, name?: string): Promise<Actor>;
  sign(slug: EventSlug, actor: Actor, expiresAt: number | null): string;
  /** Numbers taken for an event that is gone are nobody's. */
  forget(slug: EventSlug): void;
};

/** Somebody, and since when, in Unix milliseconds; null for the administrator. */
export type Known = { actor: Actor; bornAt: number | null };

export const HandshakeSchema = z.object({
  event: EventSlug,
  token: z.string().optional(),
  role: RoleSchema.optional(),
  /** What a stage page says of itself; of nobody else it is heard. */
  page: ScreenPage.optional(),
  /** The form in which snapshots and frames may come deflated. */
  deflate: z.int().optional(),
});

/** The stage screen without a token: it sees what everyone sees, and is not counted. */
export const screen: Actor = { id: ActorId.parse('screen'), role: 'screen', name: 'screen', number: null };
const admin: Actor = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null };

/** Numbers are taken from the store in blocks, so that a join costs no round trip: larger ones while many come. */
const BLOCK = { least: 32, most: 1024, quickMs: 1000 };

type Block = { next: number; end: number };

export function createIdentity({
  tokens,
  store,
  adminToken,
}: {
  tokens: Tokens;
  store: Store;
  adminToken: string;
}): Identity {
  const adminDigest = digest(adminToken);
  const blocks = new Map<EventSlug, Promise<Block>>();
  const sizes = new Map<EventSlug, { size: number; takenAt: number }>();

  async function nextNumber(slug: EventSlug): Promise<number> {
    const pending = blocks.get(slug) ?? reserve(slug);
    blocks.set(slug, pending);
    const block = await pending;
    if (block.next < block.end) return block.next++;
    if (blocks.get(slug) === pending) blocks.delete(slug);
    return nextNumber(slug);
  }

  /** Twice the last one when that was gone within a second. */
  function sizeFor(slug: EventSlug): number {
    const now = performance.now();
    const last = sizes.get(slug);
    const isQuick = last !== undefined && now - last.takenAt < BLOCK.quickMs;
    const size = isQuick ? Math.min(BLOCK.most, last.size * 2) : BLOCK.least;
    sizes.set(slug, { size, takenAt: now });
    return size;
  }

  async function reserve(slug: EventSlug): Promise<Block> {
    try {
      const size = sizeFor(slug);
      const first = await store.reserveViewers(slug, size);
      return { next: first, end: first + size };
    } catch (error) {
      blocks.delete(slug);
      throw error;
    }
  }

  return {
    verify(slug, token) {
      const bearer = slug === null ? null : tokens.verify(token, slug);
      if (bearer !== null) return { actor: bearer.actor, bornAt: bearer.issuedAt };
      if (timingSafeEqual(digest(token), adminDigest)) return { actor: admin, bornAt: null };
      return fail('FORBIDDEN', 'the token is not valid here');
    },
    async newViewer(slug, name = '') {
      const number = await nextNumber(slug);
      return { id: viewerId(number), role: 'viewer', name, number };
    },
    forget: (slug) => void blocks.delete(slug),
    sign: (event, actor, expiresAt) => tokens.sign({ event, actor, expiresAt }),
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
