import type { CommentStatus } from '#shared/model/comment.ts';
import type { ActorId } from '#shared/model/ids.ts';
import type { CommentOutcome, Store, StoredComment } from '../store.ts';
import { keptComment, storedComment } from '../stored-comment.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import { commandField } from './log.ts';
import type { Run } from './scripts.ts';

type Comments = Pick<
  Store,
  'addComment' | 'releaseComments' | 'isKnownAuthor' | 'findComment' | 'listComments'
>;

/** A retry later than this may be taken for a new comment; one within it never is. */
const REMEMBERED_MS = 10 * 60_000;

type AddReply =
  | ['added', number]
  | ['tooSoon', number]
  | ['duplicate', first: CommentStatus, inputHash: string, value: string];

export function createComments(redis: RedisClient, run: Run, keysOf: Keys): Comments {
  return {
    async addComment(slug, added, pace) {
      const { comment, status, commandId, inputHash } = added;
      const keys = keysOf(slug);
      const reply = await run<AddReply>(
        'add-comment',
        [
          keys.comments,
          keys.positions,
          keys.status(status),
          keys.pace(comment.author.id),
          ...keys.commentCommands,
          keys.knownAuthors,
        ],
        [
          comment.id,
          status,
          keptComment(added),
          commandField(comment.author.id, commandId),
          inputHash,
          pace?.intervalMs ?? 0,
          pace?.burst ?? 0,
          REMEMBERED_MS,
          numberOf(comment.author.id),
        ],
      );
      return outcomeOf(reply);
    },

    async releaseComments(slug, limit) {
      const keys = keysOf(slug);
      const values = await run<string[]>(
        'release-comments',
        [keys.comments, keys.status('delayed'), keys.status('shown'), keys.knownAuthors],
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
      return value === null ? null : stored(value);
    },

    async listComments(slug, page) {
      const keys = keysOf(slug);
      const bound = page.order === 'newest' ? page.before : page.after;
      const values = await run<string[]>(
        'list-comments',
        [keys.comments, page.status === undefined ? keys.positions : keys.status(page.status)],
        [page.status === undefined ? 'positions' : 'status', page.order, bound ?? '', page.limit],
      );
      return values.map(stored);
    },
  };
}

function outcomeOf(reply: AddReply): CommentOutcome {
  switch (reply[0]) {
    case 'added':
      return { status: 'added', position: reply[1] };
    case 'tooSoon':
      return { status: 'tooSoon', retryAfterMs: reply[1] };
    case 'duplicate': {
      const [status, first, inputHash, value] = reply;
      return { status, inputHash, comment: stored(value).comment, first };
    }
  }
}

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
