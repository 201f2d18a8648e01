import type { CommentStatus } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Pace, Store, StoredComment } from '../store.ts';
import { keptComment, storedComment } from '../stored-comment.ts';
import type { Core } from './core.ts';
import { prepare } from './database.ts';

type Stored = 'addComment' | 'releaseComments' | 'isKnownAuthor' | 'findComment' | 'listComments';

export type Comments = Pick<Store, Stored> & {
  /** Part of `appendFacts`. */
  changeStatus(event: number, id: CommentId, status: CommentStatus): void;
};

type Row = { position: number; comment: string; status: CommentStatus };
type FirstRow = { input_hash: string; comment: string; first_status: CommentStatus };

export function createComments(core: Core): Comments {
  const { database, clock, read, write, findEvent, nameEvent } = core;
  const first = prepare<FirstRow>(
    database,
    'select input_hash, comment, first_status from comments where event = ? and actor = ? and command = ?',
  );
  const nextPosition = prepare<{ comments: number }>(
    database,
    'update events set comments = comments + 1 where id = ? returning comments',
  );
  const add = prepare(
    database,
    `insert into comments (event, position, id, status, first_status, actor, command, input_hash, comment)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const fullAt = prepare<{ full_at: number }>(
    database,
    'select full_at from paces where event = ? and actor = ?',
  );
  const setFullAt = prepare(
    database,
    `insert into paces (event, actor, full_at) values (?, ?, ?)
     on conflict do update set full_at = excluded.full_at`,
  );
  const setStatus = prepare<{ actor: string }>(
    database,
    'update comments set status = ? where event = ? and id = ? returning actor',
  );
  const know = prepare(database, 'insert or ignore into known_authors (event, author) values (?, ?)');
  const forget = prepare(database, 'delete from known_authors where event = ? and author = ?');
  const known = prepare(database, 'select 1 from known_authors where event = ? and author = ?');
  const columns = 'select position, comment, status from comments where event = ?';
  const byId = prepare<Row>(database, `${columns} and id = ?`);
  const page = (order: string) => prepare<Row>(database, `${columns} ${order} limit ?`);
  const pages = {
    newest: page('and position < ? order by position desc'),
    oldest: page('and position > ? order by position'),
  };
  const pagesOfStatus = {
    newest: page('and position < ? and status = ? order by position desc'),
    oldest: page('and position > ? and status = ? order by position'),
  };

  /** Takes one from the author's bucket; returns how long until there is one, 0 when it was taken. */
  function takeFrom(event: number, actor: string, { intervalMs, burst }: Pace): number {
    const now = clock.now();
    const full = Math.max(now, fullAt.get(event, actor)?.full_at ?? 0);
    const waitMs = full - (burst - 1) * intervalMs - now;
    if (waitMs > 0) return waitMs;
    setFullAt.run(event, actor, full + intervalMs);
    return 0;
  }

  function changeStatus(event: number, id: CommentId, status: CommentStatus): void {
    const author = setStatus.get(status, event, id)?.actor;
    if (author !== undefined) (status === 'shown' ? know : forget).run(event, author);
  }

  return {
    addComment: (slug, added, pace) =>
      write(() => {
        const { comment, status, commandId, inputHash } = added;
        const event = nameEvent(slug);
        const actor = comment.author.id;
        const row = first.get(event, actor, commandId);
        if (row) {
          const { comment: recorded } = storedComment(0, row.first_status, row.comment);
          return {
            status: 'duplicate',
            inputHash: row.input_hash,
            comment: recorded,
            first: row.first_status,
          };
        }
        const waitMs = pace ? takeFrom(event, actor, pace) : 0;
        if (waitMs > 0) return { status: 'tooSoon', retryAfterMs: waitMs };

        const position = nextPosition.get(event)?.comments ?? 0;
        const body = keptComment(added);
        add.run(event, position, comment.id, status, status, actor, commandId, inputHash, body);
        if (status === 'shown') know.run(event, actor);
        return { status: 'added', position };
      }),

    releaseComments: (slug, limit) =>
      write(() => {
        const event = findEvent(slug);
        if (event === undefined) return [];
        const rows = pagesOfStatus.oldest.all(event, 0, 'delayed', limit).map(stored);
        const wait = rows.findIndex(({ review }) => (review?.dueAt ?? 0) > clock.now());
        const due = wait === -1 ? rows : rows.slice(0, wait);
        for (const { comment } of due) changeStatus(event, comment.id, 'shown');
        return due.map(({ comment }) => comment);
      }),

    isKnownAuthor: (slug, author) =>
      read(() => {
        const event = findEvent(slug);
        return event !== undefined && known.get(event, author) !== undefined;
      }),

    findComment: (slug, id) =>
      read(() => {
        const event = findEvent(slug);
        const row = event === undefined ? undefined : byId.get(event, id);
        return row ? stored(row) : null;
      }),

    listComments: (slug, request) =>
      read(() => {
        const event = findEvent(slug);
        if (event === undefined) return [];
        const { status, limit, order } = request;
        const bound =
          request.order === 'newest' ? (request.before ?? Number.MAX_SAFE_INTEGER) : (request.after ?? 0);
        const rows =
          status === undefined
            ? pages[order].all(event, bound, limit)
            : pagesOfStatus[order].all(event, bound, status, limit);
        return rows.map(stored);
      }),

    changeStatus,
  };
}

const stored = (row: Row): StoredComment => storedComment(row.position, row.status, row.comment);
