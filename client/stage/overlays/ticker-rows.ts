import type { CommentRow } from '../../sdk/index.ts';

const ROWS = 12;

/** The latest that are public, newest first. */
export const tickerRows = (rows: readonly CommentRow[]): readonly CommentRow[] =>
  rows
    .filter(({ delivery }) => delivery === 'shown')
    .slice(-ROWS)
    .toReversed();
