import type { ResultLine } from '../../model/contest.ts';
import { ContestantId } from '../../model/ids.ts';
import type { Awarded } from '../../model/reveal.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import type { Tabulation } from '../../model/tabulation.ts';
import { type Awards, awards, type Placed } from '../scoring/awards.ts';
import { tabulate } from '../scoring/tabulate.ts';

/** A round's results and what they win. `toBreak`: ties at a cut line that somebody has to decide first (SC-15). */
export type Outcome = { results: ResultLine[]; awards: Awarded[]; toBreak: Awards['toBreak'] };

/** Counts a tabulation file and shares the awards out. Throws a Refusal for what does not fit together. */
export function outcomeOf(file: Tabulation, rules: Pick<RuleSet, 'awards' | 'awardTies'>): Outcome {
  const { results } = tabulate(file);
  const byRank = shareOut(results, rules, 'rank');
  const byAudience = shareOut(votePlaces(file), rules, 'audience');
  return {
    results: results.map(({ entry, ...line }) => ({ entryId: ContestantId.parse(entry), ...line })),
    awards: [...byRank.awards, ...byAudience.awards],
    toBreak: [...byRank.toBreak, ...byAudience.toBreak],
  };
}

function shareOut(
  placed: readonly Placed[],
  { awards: offered, awardTies }: Pick<RuleSet, 'awards' | 'awardTies'>,
  by: 'rank' | 'audience',
): Pick<Outcome, 'awards' | 'toBreak'> {
  const mine = offered.filter((award) => award.by === by);
  const prizes = mine.flatMap(({ places }, index) => (places === null ? [] : [{ name: `${index}`, places }]));
  const rest = mine.findIndex(({ places }) => places === null);
  const { awarded, toBreak } = awards(placed, {
    prizes,
    rest: rest === -1 ? null : `${rest}`,
    ties: awardTies,
  });
  return {
    awards: mine.map(({ name }, index) => ({
      name,
      entries: awarded
        .filter(({ prize }) => prize === `${index}`)
        .map(({ entry }) => ContestantId.parse(entry)),
    })),
    toBreak: mine.length === 0 ? [] : toBreak,
  };
}

/** Entries by their votes, competition ranks; who is out or has none is without a place. */
function votePlaces(file: Tabulation): Placed[] {
  const votes: Record<string, number> = {};
  for (const part of file.parts) {
    if (!('votes' in part)) continue;
    for (const [entry, count] of Object.entries(part.votes)) votes[entry] = (votes[entry] ?? 0) + count;
  }
  const out = new Set(file.disqualified.map(({ entry }) => entry));
  const running = file.entries.filter((entry) => !out.has(entry) && (votes[entry] ?? 0) > 0);
  return running.map((entry) => ({
    entry,
    rank: 1 + running.filter((other) => (votes[other] ?? 0) > (votes[entry] ?? 0)).length,
  }));
}
