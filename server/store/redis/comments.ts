import type { CommentStatus } from '#shared/model/comment.ts';
import type { ActorId, CommentId, EventSlug } from '#shared/model/ids.ts';
import { gather } from '../../lib/gather.ts';
import {
  type CommentOutcome,
  type CommentPage,
  type NewComment,
  type Pace,
  type Store,
  type StoredComment,
  StoreUnavailable,
} from '../store.ts';
import { keptComment, storedComment } from '../stored-comment.ts';
import type { Archive } from './archive.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import { commandField } from './log.ts';
import type { Run } from './scripts.ts';

type Comments = Pick<
  Store,
  'addComment' | 'hurryComments' | 'releaseComments' | 'isKnownAuthor' | 'findComment' | 'listComments'
>;

/** Comments one script records: about a millisecond, for which everyone else at this Redis waits. */
const MAX_BATCH = 100;
/** How long comments wait for company at most: each sync of Redis' disk is shared by all that came meanwhile. */
const APART_MS = 40;
/** The same in a stream of comments, of which those who come wait for the next hurry. */
const STREAM_APART_MS = 250;
/** A retry later than this may be taken for a new comment; one within it never is. */
const REMEMBERED_MS = 10 * 60_000;

type AddReply =
  | ['added', number]
  | ['tooSoon', number]
  | ['duplicate', first: CommentStatus, inputHash: string, id: CommentId, value: string];

type Adding = { added: NewComment; pace: Pace | null };

type Archived = Pick<Archive, 'find' | 'list' | 'tend' | 'upTo'>;

/** Comments in Redis, of those behind a position. */
export const readComments =
  (run: Run, keysOf: Keys) =>
  async (slug: EventSlug, page: CommentPage): Promise<StoredComment[]> => {
    const { comments, positions, status, archive } = keysOf(slug);
    const bound = page.order === 'newest' ? page.before : page.after;
    const values = await run<string[]>(
      'list-comments',
      [comments, page.status === undefined ? positions : status(page.status), archive],
      [kindOf(page.status), page.order, bound ?? '', page.limit],
    );
    return values.map(stored);
  };

export function createComments(redis: RedisClient, run: Run, keysOf: Keys, archive: Archived): Comments {
  const readHot = readComments(run, keysOf);
  const adding = gather(addBatch, { most: MAX_BATCH, apartMs: APART_MS });

  function addBatch(slug: EventSlug, batch: readonly Adding[]): Promise<AddReply[]> {
    const keys = keysOf(slug);
    return run<AddReply[]>(
      'add-comments',
      [
        keys.comments,
        keys.positions,
        ...keys.commentCommands,
        keys.knownAuthors,
        keys.archive,
        ...batch.flatMap(({ added }) => [keys.status(added.status), keys.pace(added.comment.author.id)]),
      ],
      [REMEMBERED_MS, ...batch.flatMap(argsOf)],
    );
  }

  async function outcomeOf(slug: EventSlug, reply: AddReply): Promise<CommentOutcome> {
    switch (reply[0]) {
      case 'added':
        archive.tend(slug, reply[1]);
        return { status: 'added', position: reply[1] };
      case 'tooSoon':
        return { status: 'tooSoon', retryAfterMs: reply[1] };
      case 'duplicate': {
        const [status, first, inputHash, id, value] = reply;
        const found = value === '' ? await archive.find(slug, id) : stored(value);
        if (found === null) throw new StoreUnavailable(`${id} is neither in Redis nor archived`);
        return { status, inputHash, comment: found.comment, first };
      }
    }
  }

  /** Downwards: what Redis has, then the archive, which only ever grows upwards. */
  async function newest(slug: EventSlug, page: CommentPage & { order: 'newest' }): Promise<StoredComment[]> {
    const hot = await readHot(slug, page);
    if (hot.length >= page.limit || isPending(page.status)) return hot;
    const lowest = hot.at(-1)?.position ?? page.before;
    const rest = { ...page, limit: page.limit - hot.length, ...(lowest !== undefined && { before: lowest }) };
    return [...hot, ...(await archive.list(slug, rest))];
  }

  /** Upwards: the archive, then what Redis has; again when comments left one for the other meanwhile. */
  async function oldest(slug: EventSlug, page: CommentPage & { order: 'oldest' }): Promise<StoredComment[]> {
    if (isPending(page.status)) return readHot(slug, page);
    for (;;) {
      const upTo = await archive.upTo(slug);
      const old = (page.after ?? 0) < upTo ? await archive.list(slug, page) : [];
      const after = Math.max(page.after ?? 0, upTo);
      const hot =
        old.length < page.limit
          ? await readHot(slug, { ...page, after, limit: page.limit - old.length })
          : [];
      const archived = old.filter(({ position }) => position <= upTo);
      if ((await archive.upTo(slug)) === upTo) return [...archived, ...hot];
    }
  }

  return {
    // An old comment may have to be looked for in the archive: nobody else waits for that, nor fails with it.
    addComment: async (slug, added, pace) => outcomeOf(slug, await adding.add(slug, { added, pace })),

    hurryComments: (slug, againMs) => adding.hurry(slug, Math.min(againMs, STREAM_APART_MS)),

    async releaseComments(slug, limit) {
      const keys = keysOf(slug);
      const values = await run<string[]>(
        'release-comments',
        [
          keys.comments,
          keys.status('delayed'),
          keys.status('shown'),
          keys.knownAuthors,
          keys.archive,
          keys.archivedStatus,
        ],
        [limit],
      );
      return values.map((value) => stored(value).comment);
    },

    async isKnownAuthor(slug, author) {
      const number = numberOf(author);
      if (number === 0) return true;
      return (await orUnavailable(redis.getbit(keysOf(slug).knownAuthors, number))) === 1;
    },

    async findComment(slug, id) {
      const value = await orUnavailable(redis.hget(keysOf(slug).comments, id));
      return value === null ? archive.find(slug, id) : stored(value);
    },

    listComments: (slug, page) => (page.order === 'newest' ? newest(slug, page) : oldest(slug, page)),
  };
}

const argsOf = ({ added, pace }: Adding): (string | number)[] => [
  added.comment.id,
  added.status,
  keptComment(added),
  commandField(added.comment.author.id, added.commandId),
  added.inputHash,
  pace?.intervalMs ?? 0,
  pace?.burst ?? 0,
  numberOf(added.comment.author.id),
];

/** Whatever waits for a decision stays in Redis. */
const isPending = (status: CommentStatus | undefined): boolean => status === 'held' || status === 'delayed';

const kindOf = (status: CommentStatus | undefined): string =>
  status === undefined ? 'positions' : isPending(status) ? 'pending' : 'status';

/** '<position>:<status>:<comment>' */
function stored(value: string): StoredComment {
  const afterPosition = value.indexOf(':');
  const afterStatus = value.indexOf(':', afterPosition + 1);
  return storedComment(
    Number(value.slice(0, afterPosition)),
    value.slice(afterPosition + 1, afterStatus) as CommentStatus,
    value.slice(afterStatus + 1),
  );
}

/** `v12` is the viewer with number 12; 0 for everyone who is no viewer. */
const numberOf = (author: ActorId): number => Number(/^v(\d+)$/.exec(author)?.[1] ?? 0);
