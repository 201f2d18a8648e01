import type { CommentRow } from '../../sdk/index.ts';

type Rows = readonly CommentRow[];

/**
 * What may still be seen of rows that were set aside earlier: one that is gone from among those it stood with was
 * taken back; one older than all that are kept has only aged. The same array when nothing changed.
 */
export function pruneRows(kept: Rows, rows: Rows): Rows {
  const known = new Set(rows.map((row) => row.key));
  const oldest = rows[0]?.at ?? 0;
  const stays = (row: CommentRow): boolean => known.has(row.key) || row.at < oldest;
  return kept.every(stays) ? kept : kept.filter(stays);
}
