import type { Contest, Round } from '#shared/model/contest.ts';
import type { Progress } from '#shared/model/scorecard.ts';

type EntryId = Round['entries'][number]['id'];
type JudgeId = Round['panel'][number];

/** A card as the desk may see it: where it stands, and never what is on it (SC-5). */
export type CellState = Progress['status'] | 'missing' | 'amending';

export const progressOf = (round: Round, entryId: EntryId, judgeId: JudgeId): Progress | null =>
  round.progress[entryId]?.[judgeId] ?? null;

export function cellState(progress: Progress | null): CellState {
  if (progress === null) return 'missing';
  return progress.amending ? 'amending' : progress.status;
}

/** Nothing more is waited for: it counts, or there will be none. */
export const isFinal = (state: CellState): boolean =>
  state === 'locked' || state === 'recused' || state === 'abstained' || state === 'absent';

/** Out of the running, so that nobody has to score it (SC-16). */
export const isOut = (contest: Pick<Contest, 'contestants'>, round: Round, entryId: EntryId): boolean =>
  round.disqualified.some((out) => out.entryId === entryId) ||
  contest.contestants.some(({ id, status }) => id === entryId && status === 'withdrawn');

/** How many of an entry's cards are in, and who still owes one. */
export function entryProgress(round: Round, entryId: EntryId): { done: number; waiting: JudgeId[] } {
  const waiting = round.panel.filter((judgeId) => !isFinal(cellState(progressOf(round, entryId, judgeId))));
  return { done: round.panel.length - waiting.length, waiting };
}

/** SC-10: of the first entries, whether all are scored, so that any of them may be shown. */
export function isHeld(contest: Contest, round: Round, entryId: EntryId): boolean {
  const first = round.entries.slice(0, round.rules.calibration).map(({ id }) => id);
  if (!first.includes(entryId)) return false;
  return first.some((id) => !isOut(contest, round, id) && entryProgress(round, id).waiting.length > 0);
}

export type Obstacle =
  | { is: 'cards'; count: number }
  | { is: 'checking'; count: number }
  | { is: 'amending'; count: number }
  | { is: 'vote' }
  | { is: 'stopwatch' };

/** What the server would refuse to seal for (SC-8, SC-9, SC-11). */
export function obstacles(contest: Contest, round: Round): Obstacle[] {
  const found: Obstacle[] = [];
  const states =
    round.rules.judges === null
      ? []
      : round.entries
          .filter(({ id }) => !isOut(contest, round, id))
          .flatMap(({ id }) => round.panel.map((judgeId) => cellState(progressOf(round, id, judgeId))));
  const count = (...which: CellState[]): number => states.filter((state) => which.includes(state)).length;
  if (count('missing', 'draft') > 0) found.push({ is: 'cards', count: count('missing', 'draft') });
  if (count('signed') > 0) found.push({ is: 'checking', count: count('signed') });
  if (count('amending') > 0) found.push({ is: 'amending', count: count('amending') });
  if (round.voting?.isOpen) found.push({ is: 'vote' });
  const { stopwatch } = contest;
  if (stopwatch?.roundId === round.id && stopwatch.startedAt !== null) found.push({ is: 'stopwatch' });
  return found;
}

/** The entry after the one on the stage, in draw order; who is out is passed over. */
export function nextEntry(contest: Contest, round: Round): EntryId | null {
  const { current } = contest;
  const ids = round.entries.map(({ id }) => id);
  const at = current?.roundId === round.id ? ids.indexOf(current.entryId) : -1;
  return ids.slice(at + 1).find((id) => !isOut(contest, round, id)) ?? null;
}

type Place = { row: number; column: number };

/** Where an arrow key leads in a table of so many rows and columns; null for any other key. */
export function arrowTo(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most - 1);
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1, rows), column };
    case 'ArrowDown':
      return { row: clamp(row + 1, rows), column };
    case 'ArrowLeft':
      return { row, column: clamp(column - 1, columns) };
    case 'ArrowRight':
      return { row, column: clamp(column + 1, columns) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return null;
  }
}
