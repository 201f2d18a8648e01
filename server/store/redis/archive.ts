import { randomUUID } from 'node:crypto';
import type { Comment, CommentStatus, Review } from '#shared/model/comment.ts';
import type { CommentId, EventSlug } from '#shared/model/ids.ts';
import { StoreUnavailable, type CommentPage, type StoredComment } from '../store.ts';
import type { ArchiveFiles } from './archive-files.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import { type Keys, STATUSES } from './keys.ts';
import type { Run } from './scripts.ts';

export type ArchiveSizes = {
  /** Comments that stay in Redis at least, the newest ones. */
  keep: number;
  /** Comments of one segment. */
  segment: number;
};

/** Enough for every list people look at; a segment is a few milliseconds of everybody else's Redis. */
export const ARCHIVE_SIZES: ArchiveSizes = { keep: 10_000, segment: 4_000 };

/**
 * The comments of a mega-event that have left Redis for files. In Redis remain: up to which position they left, the
 * names of the segments with how many of each status they hold, and the statuses that changed since. What waits for a
 * decision stays in Redis as well as in its segment, and what Redis says of it holds.
 */
export type Archive = {
  /** After a comment was accepted at this position: moves the oldest out when there are enough of them. */
  tend(slug: EventSlug, position: number): void;
  find(slug: EventSlug, id: CommentId): Promise<StoredComment | null>;
  /** Those of the page whose position is archived; in the page's order. */
  list(slug: EventSlug, page: CommentPage): Promise<StoredComment[]>;
  /** The position up to which they left; 0 when none did. */
  upTo(slug: EventSlug): Promise<number>;
  forget(slug: EventSlug): Promise<void>;
};

type Segment = { from: number; to: number; name: string; counts: Partial<Record<CommentStatus, number>> };
type Line = { status: CommentStatus; position: number; comment: Comment; review: Review | null };
type Index = { folder: string; segments: Segment[] };

type Parts = {
  redis: RedisClient;
  run: Run;
  keysOf: Keys;
  files: ArchiveFiles;
  sizes: ArchiveSizes;
  /** Comments in Redis behind a position. */
  read(slug: EventSlug, after: number, limit: number): Promise<StoredComment[]>;
};

const LEASE_MS = 30_000;
/** Looking whether there is enough to move costs a round trip: not for every comment. */
const LOOK_EVERY = 500;

export function createArchive({ redis, run, keysOf, files, sizes, read }: Parts): Archive {
  const moving = new Set<EventSlug>();
  const lookEvery = Math.min(LOOK_EVERY, sizes.segment);

  async function upTo(slug: EventSlug): Promise<number> {
    return Number((await orUnavailable(redis.hget(keysOf(slug).archive, 'upTo'))) ?? 0);
  }

  async function indexOf(slug: EventSlug): Promise<Index> {
    const { folder = '', upTo: _, ...segments } = await orUnavailable(redis.hgetall(keysOf(slug).archive));
    const all = Object.values(segments).map((text) => JSON.parse(text) as Segment);
    return { folder, segments: all.toSorted((a, b) => a.from - b.from) };
  }

  async function move(slug: EventSlug): Promise<void> {
    const keys = keysOf(slug);
    const isEnough = async (): Promise<boolean> =>
      (await orUnavailable(redis.llen(keys.positions))) >= sizes.keep + sizes.segment;
    if (!(await isEnough())) return;
    // Of several nodes one does the work; were it two, the script would take what the first one brought.
    const lease = randomUUID();
    const isMine = await orUnavailable(redis.set(keys.archiveLease, lease, 'PX', LEASE_MS, 'NX'));
    if (isMine === null) return;
    await orUnavailable(redis.hsetnx(keys.archive, 'folder', `${slug}-${lease.slice(0, 8)}`));
    const folder = (await orUnavailable(redis.hget(keys.archive, 'folder'))) ?? '';
    let from = (await upTo(slug)) + 1;
    while (await isEnough()) {
      const to = from + sizes.segment - 1;
      const comments = await read(slug, from - 1, sizes.segment);
      if (comments.length < sizes.segment || comments[0]?.position !== from) break; // another node was here
      const name = await files.write(folder, from, to, comments.map(lineOf));
      const segment: Segment = { from, to, name, counts: countsOf(comments) };
      const moved = await run<number>(
        'archive-comments',
        [keys.comments, keys.positions, keys.archive, keys.archivedStatus, ...STATUSES.map(keys.status)],
        [
          from,
          to,
          JSON.stringify(segment),
          JSON.stringify(STATUSES),
          ...comments.map(({ status }) => status),
        ],
      );
      if (moved === 0) break;
      from = to + 1;
    }
    await orUnavailable(redis.del(keys.archiveLease));
  }

  /** What a segment says, as it is by now. */
  async function present(slug: EventSlug, lines: readonly Line[]): Promise<StoredComment[]> {
    if (lines.length === 0) return [];
    const keys = keysOf(slug);
    const ids = lines.map(({ comment }) => comment.id);
    const [hot, changed] = await orUnavailable(
      Promise.all([redis.hmget(keys.comments, ...ids), redis.hmget(keys.archivedStatus, ...ids)]),
    );
    return lines.map(({ position, comment, status, review }, index) => {
      const now = /^\d+:(\w+):/.exec(hot[index] ?? '')?.[1] ?? changed[index] ?? status;
      return { position, comment, review, status: now as CommentStatus };
    });
  }

  async function linesOf(folder: string, { name }: Segment): Promise<string[]> {
    try {
      return await files.read(folder, name);
    } catch (error) {
      // Another node's folder, or one that was not restored: not everything is here, so nothing is said.
      throw new StoreUnavailable(`the archive has no ${folder}/${name}`, { cause: error });
    }
  }

  /** Of a segment, in the order of the page, what is beyond `bound` and has the status. */
  async function select(
    slug: EventSlug,
    lines: readonly string[],
    { order, status, limit }: CommentPage,
    bound: number,
  ): Promise<StoredComment[]> {
    const parsed = lines.map((line) => JSON.parse(line) as Line);
    const beyond = parsed.filter(({ position }) =>
      order === 'newest' ? position < bound : position > bound,
    );
    if (order === 'newest') beyond.reverse();
    const found: StoredComment[] = [];
    for (let at = 0; at < beyond.length && found.length < limit; at += CHUNK) {
      const some = await present(slug, beyond.slice(at, at + CHUNK));
      found.push(...some.filter((one) => status === undefined || one.status === status));
    }
    return found.slice(0, limit);
  }

  return {
    upTo,

    tend(slug, position) {
      if (position % lookEvery !== 0 || moving.has(slug)) return;
      moving.add(slug);
      move(slug)
        .catch((error: unknown) => process.emitWarning(`comments stay in Redis: ${String(error)}`))
        .finally(() => moving.delete(slug));
    },

    async find(slug, id) {
      const { folder, segments } = await indexOf(slug);
      const wanted = `"id":${JSON.stringify(id)}`;
      for (const segment of segments.toReversed()) {
        const line = (await linesOf(folder, segment)).find((text) => text.includes(wanted));
        const parsed = line === undefined ? null : (JSON.parse(line) as Line);
        if (parsed?.comment.id === id) return (await present(slug, [parsed]))[0] ?? null;
      }
      return null;
    },

    async list(slug, page) {
      const { folder, segments } = await indexOf(slug);
      const { order, status, limit } = page;
      const bound = page.order === 'newest' ? (page.before ?? Infinity) : (page.after ?? 0);
      const near = segments.filter(({ from, to }) => (order === 'newest' ? from < bound : to > bound));
      if (order === 'newest') near.reverse();
      // A status that something archived has taken on since may be in any segment.
      const changed =
        status === undefined ? [] : await orUnavailable(redis.hvals(keysOf(slug).archivedStatus));
      const mayHold = ({ counts }: Segment): boolean =>
        status === undefined || (counts[status] ?? 0) > 0 || changed.includes(status);
      const found: StoredComment[] = [];
      for (const segment of near.filter(mayHold)) {
        if (found.length >= limit) break;
        const rest = { ...page, limit: limit - found.length };
        found.push(...(await select(slug, await linesOf(folder, segment), rest, bound)));
      }
      return found;
    },

    async forget(slug) {
      const folder = await orUnavailable(redis.hget(keysOf(slug).archive, 'folder'));
      if (folder !== null) await files.remove(folder);
    },
  };
}

/** Comments looked up in one go. */
const CHUNK = 500;

const lineOf = ({ position, status, comment, review }: StoredComment): string =>
  JSON.stringify({ position, status, comment, review });

function countsOf(comments: readonly StoredComment[]): Segment['counts'] {
  const counts: Segment['counts'] = {};
  for (const { status } of comments) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
