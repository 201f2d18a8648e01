import type { OptionId } from '../model/ids.ts';
import type { Poll, Tally } from '../model/poll.ts';

/** The tally of a ballot box that counts by option index; without a box, nobody has voted. */
export function toTally(
  poll: { options: readonly { id: OptionId }[] },
  box: { counts: readonly number[]; ballots: number } | undefined,
): Tally {
  const counts: Tally['counts'] = {};
  for (const [index, option] of poll.options.entries()) counts[option.id] = box?.counts[index] ?? 0;
  return { counts, ballots: box?.ballots ?? 0 };
}

/** Whether an audience without the desk's rights may see this poll's running tally. */
export const isTallyPublic = (poll: Poll): boolean =>
  poll.status !== 'draft' && (poll.results === 'live' || poll.status === 'revealed');

/** The share of one option, 0–1, of those who voted; with several choices the shares may add to more than 1. */
export const shareOf = (tally: Tally, optionId: string): number =>
  tally.ballots === 0 ? 0 : (tally.counts[optionId as keyof Tally['counts']] ?? 0) / tally.ballots;

/** How many of those admitted voted, 0–1, or null while nobody was admitted. */
export const turnoutOf = (tally: Tally, entitled: number | null): number | null =>
  entitled === null || entitled === 0 ? null : Math.min(1, tally.ballots / entitled);
