import type { Redis } from 'ioredis';
import type { Comment, CommentStatus } from '#shared/model/comment.ts';
import type { CommentOutcome, Store, StoredComment } from '../store.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import { commandField } from './log.ts';
import type { Run } from './scripts.ts';

type Comments = Pick<Store, 'addComment' | 'findComment' | 'listComments'>;

/** A retry later than this may be taken for a new comment; one within it never is. */
const REMEMBERED_MS = 10 * 60_000;

type AddReply =
  | ['added', number]
  | ['tooSoon', number]
  | ['duplicate', first: CommentStatus, inputHash: string, value: string];

export function createComments(redis: Redis, run: Run, keysOf: Keys): Comments {
  return {
    async addComment(slug, { comment, status, commandId, inputHash }, pace) {
      const keys = keysOf(slug);
      const reply = await run<AddReply>(
        'add-comment',
        [
          keys.comments,
          keys.positions,
          keys.status(status),
          keys.pace(comment.author.id),
          ...keys.commentCommands,
        ],
        [
          comment.id,
          status,
          JSON.stringify(comment),
          commandField(comment.author.id, commandId),
          inputHash,
          pace?.intervalMs ?? 0,
          pace?.burst ?? 0,
          REMEMBERED_MS,
        ],
      );
      return outcomeOf(reply);
    },

    async findComment(slug, id) {
      const value = await orUnavailable(redis.hget(keysOf(slug).comments, id));
      return value === null ? null : storedComment(value);
    },

    async listComments(slug, page) {
      const keys = keysOf(slug);
      const bound = page.order === 'newest' ? page.before : page.after;
      const values = await run<string[]>(
        'list-comments',
        [keys.comments, page.status === undefined ? keys.positions : keys.status(page.status)],
        [page.status === undefined ? 'positions' : 'status', page.order, bound ?? '', page.limit],
      );
      return values.map(storedComment);
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
      return { status, inputHash, comment: storedComment(value).comment, first };
    }
  }
}

/** '<position>:<status>:<comment>' */
function storedComment(value: string): StoredComment {
  const afterPosition = value.indexOf(':');
  const afterStatus = value.indexOf(':', afterPosition + 1);
  return {
    position: Number(value.slice(0, afterPosition)),
    status: value.slice(afterPosition + 1, afterStatus) as CommentStatus,
    comment: JSON.parse(value.slice(afterStatus + 1)) as Comment,
  };
}
