import type { CommentRow } from '../../sdk/index.ts';

/** More than any wall has room for; what does not fit leaves at the top. */
export const WALL_ROWS = 14;
/** One new comment per step can be read from the last row. */
export const STEP_MS = 900;
/** Waiting comments beyond this many are skipped: a wall shows what is being said now. */
const PATIENCE = 6;

type Rows = readonly CommentRow[];

const isShown = (row: CommentRow): boolean => row.delivery === 'shown';

/** Without what was said before the wall was cleared. */
export const sinceCleared = (rows: Rows, clearedAt: number): Rows =>
  clearedAt === 0 ? rows : rows.filter((row) => row.at > clearedAt);

/** A page that is loaded shows the wall as it stands. */
export const firstWall = (rows: Rows): Rows => rows.filter(isShown).slice(-WALL_ROWS);

/** After a rejoin, what the new snapshot does not name may have been taken back, and goes. */
export function onlyKnown(wall: Rows, rows: Rows): Rows {
  const known = new Set(rows.map((row) => row.key));
  return wall.filter((row) => known.has(row.key));
}

/** One step: the next comment joins; when many wait, the newest does. */
export function step(wall: Rows, rows: Rows): Rows {
  const shown = rows.filter(isShown);
  const last = wall[wall.length - 1];
  const at = last ? shown.findIndex((row) => row.key === last.key) : -1;
  const waiting = at === -1 && last ? shown.filter((row) => row.at > last.at) : shown.slice(at + 1);
  const next = waiting.length > PATIENCE ? waiting[waiting.length - 1] : waiting[0];
  return next ? [...wall, next].slice(-WALL_ROWS) : wall;
}
