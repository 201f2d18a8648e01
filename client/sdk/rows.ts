import type { Author, Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import type { CommentRow } from './state.ts';

/** Rows a client keeps; a snapshot brings the last 50. */
export const MAX_ROWS = 200;

type Rows = readonly CommentRow[];

/** Cut many at a time: whoever shows them moves what is left with each cut. */
const SLACK = 50;

const capped = (rows: Rows): Rows =>
  rows.length > MAX_ROWS + SLACK ? rows.slice(rows.length - MAX_ROWS) : rows;

const toRow = (comment: Comment, youId: string | undefined): CommentRow => ({
  key: comment.id,
  id: comment.id,
  text: comment.text,
  at: comment.at,
  author: comment.author,
  isOwn: comment.author.id === youId,
  delivery: 'shown',
  refusal: null,
});

/**
 * Shown comments join the tail. A comment that is here already is left alone; one's own that overtook its ack
 * takes the place of the row that was waiting for it.
 */
export function appendComments(rows: Rows, comments: readonly Comment[], youId: string | undefined): Rows {
  const known = new Set(rows.map((row) => row.id));
  let next = rows;
  for (const comment of comments) {
    if (comment.held || known.has(comment.id)) continue;
    known.add(comment.id);
    const waiting =
      comment.author.id === youId ? next.find((row) => isWaitingFor(row, comment.text)) : undefined;
    next = waiting
      ? next.map((row) => (row === waiting ? { ...toRow(comment, youId), key: row.key } : row))
      : [...next, toRow(comment, youId)];
  }
  return capped(next);
}

const isWaitingFor = (row: CommentRow, text: string): boolean =>
  row.delivery === 'sending' && row.text.trim() === text.trim();

/**
 * What a snapshot leaves of the rows. Hides are facts, so with the same revision nothing was missed and every row stays;
 * otherwise shown rows that the snapshot does not name may have been taken back, and go.
 */
export function replaceComments(
  rows: Rows,
  comments: readonly Comment[],
  youId: string | undefined,
  missedNothing: boolean,
): Rows {
  if (missedNothing) return appendComments(rows, comments, youId);
  const shown = appendComments([], comments, youId);
  const known = new Set(shown.map((row) => row.id));
  const waiting = rows.filter((row) => row.delivery !== 'shown' && !(row.id && known.has(row.id)));
  return capped([...shown, ...waiting]);
}

export function addOwn(rows: Rows, key: string, text: string, author: Author, at: number): Rows {
  const row: CommentRow = {
    key,
    id: null,
    text,
    at,
    author,
    isOwn: true,
    delivery: 'sending',
    refusal: null,
  };
  return capped([...rows.filter((other) => other.key !== key), row]);
}

/** The ack came: the row gets its id, unless a frame brought the comment first. */
export function settleOwn(rows: Rows, key: string, id: CommentId, isShown: boolean): Rows {
  if (rows.some((row) => row.id === id && row.key !== key)) return rows.filter((row) => row.key !== key);
  return rows.map((row) => (row.key === key ? { ...row, id, delivery: isShown ? 'shown' : 'held' } : row));
}

export const failOwn = (rows: Rows, key: string, refusal: Refusal): Rows =>
  rows.map((row) => (row.key === key ? { ...row, delivery: 'failed', refusal } : row));

export const removeRow = (rows: Rows, key: string): Rows => rows.filter((row) => row.key !== key);

export const hideRow = (rows: Rows, id: CommentId): Rows => rows.filter((row) => row.id !== id);

/** A moderator has decided on an own comment that was held. */
export const decideOwn = (rows: Rows, id: CommentId, isShown: boolean): Rows =>
  rows.map((row) =>
    row.id === id && row.isOwn ? { ...row, delivery: isShown ? 'shown' : 'rejected' } : row,
  );

/** An undone hide puts the comment back where it stood. */
export function restoreRow(rows: Rows, comment: Comment, youId: string | undefined): Rows {
  const others = hideRow(rows, comment.id);
  const later = others.findIndex((row) => row.at > comment.at);
  const at = later === -1 ? others.length : later;
  return capped([...others.slice(0, at), toRow(comment, youId), ...others.slice(at)]);
}
