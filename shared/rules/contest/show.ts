import type { ResultLine, Round } from '../../model/contest.ts';
import type { ContestantId, JudgeId } from '../../model/ids.ts';
import type { Awarded, RevealStep, Shown } from '../../model/reveal.ts';
import type { Tabulation } from '../../model/tabulation.ts';
import type { VoteCount } from '../../model/vote-count.ts';
import { compare, type Exact, parseDecimal, subtract, sum, toFixed } from '../scoring/exact.ts';
import { unreachable } from '../unreachable.ts';
import { type Evidence, judgeName } from './tabulation-of.ts';
import { scoreOf, showScore } from './values.ts';

export type Showing = {
  round: Round;
  evidence: Evidence;
  file: Tabulation;
  results: readonly ResultLine[];
  awards: readonly Awarded[];
  /** What the ballots came to; null where none were cast. */
  votes: VoteCount | null;
};

/** SC-17: exactly what one step names, and nothing that it does not. */
export function show(step: RevealStep, showing: Showing): Shown {
  switch (step.show) {
    case 'entry':
      return { show: 'entry', entryId: step.entryId };
    case 'judge':
      return { show: 'judge', entryId: step.entryId, ...judgeAt(showing, step.entryId, step.nth) };
    case 'strike':
      return { show: 'strike', entryId: step.entryId, ...struck(showing, step.entryId) };
    case 'figure':
      return { show: 'figure', entryId: step.entryId, ...figureOf(showing, step.entryId) };
    case 'place': {
      const entries = showing.results.filter(({ rank }) => rank === step.rank).map(line);
      return { show: 'place', rank: step.rank, entries };
    }
    case 'audience':
      return { show: 'audience', ...audience(showing) };
    case 'board':
      return { show: 'board', entries: showing.results.map(line) };
    case 'awards':
      return { show: 'awards', awards: [...showing.awards] };
    default:
      return unreachable(step);
  }
}

const line = ({ entryId, rank, figure }: ResultLine) => ({ entryId, rank, figure });

/** The panel in the order the hall sees it: as planned, or by pseudonym. */
const panelOf = ({ round, evidence }: Showing): { judgeId: JudgeId; name: string }[] => {
  const named = round.panel.map((judgeId) => ({ judgeId, name: judgeName(evidence, judgeId) }));
  const hasMasks = Object.keys(evidence.pseudonyms).length > 0;
  return hasMasks ? named.toSorted((a, b) => (a.name < b.name ? -1 : 1)) : named;
};

function lockedScore({ round, evidence }: Showing, entryId: ContestantId, judgeId: JudgeId): Exact | null {
  const card = evidence.cards[entryId]?.[judgeId];
  return card?.status === 'locked' ? scoreOf(round.criteria, card.values) : null;
}

function judgeAt(
  showing: Showing,
  entryId: ContestantId,
  nth: number,
): { judge: string; score: string | null } {
  const judge = panelOf(showing)[nth - 1];
  const score = judge === undefined ? null : lockedScore(showing, entryId, judge.judgeId);
  return { judge: judge?.name ?? '', score: score && showScore(score) };
}

/** Who is struck through: exactly so many at each end, of equal scores those first on the panel (SC-7). */
function struck(showing: Showing, entryId: ContestantId): { high: string[]; low: string[] } {
  const aggregate = showing.round.rules.judges?.aggregate;
  if (aggregate?.rule !== 'trimmedMean') return { high: [], low: [] };
  const scores = panelOf(showing).flatMap(({ judgeId, name }) => {
    const score = lockedScore(showing, entryId, judgeId);
    return score === null ? [] : [{ name, score }];
  });
  if (scores.length < aggregate.minJudges) return { high: [], low: [] };
  const falling = scores.toSorted((a, b) => compare(b.score, a.score));
  const high = falling.slice(0, aggregate.high);
  const rest = falling.slice(aggregate.high);
  const low = rest.toReversed().slice(0, aggregate.low);
  const names = (struckOnes: { name: string }[]): string[] => struckOnes.map(({ name }) => name);
  return { high: names(high), low: names(low) };
}

function figureOf(
  { round, file, results }: Showing,
  entryId: ContestantId,
): { judges: string | null; penalty: string | null; figure: string | null } {
  const own = results.find((result) => result.entryId === entryId);
  const value = own?.parts['judges'] ?? null;
  const points = file.penalties
    .filter(({ entry }) => entry === entryId)
    .map((one) => parseDecimal(one.points));
  const penalty = points.length === 0 ? null : toFixed(sum(points), 3);
  if (value === null) return { judges: null, penalty, figure: null };
  const judges = parseExact(value);
  const isWhole = file.parts.length === 1;
  const { decimals } = round.rules;
  return {
    judges: toFixed(judges, decimals),
    penalty,
    figure: isWhole && own?.rank != null ? toFixed(subtract(judges, sum(points)), decimals) : null,
  };
}

function parseExact(text: string): Exact {
  const [n = '0', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

/** The points of all voters, and what they come to over their groups. */
function audience({
  round,
  file,
  results,
  votes: count,
}: Showing): Omit<Extract<Shown, { show: 'audience' }>, 'show'> {
  const parts = file.parts.filter((part) => 'votes' in part);
  const { clean = 0, suspect = 0, unknown = 0 } = count?.ballots ?? {};
  return {
    ballots: { cast: clean + suspect + unknown, rejected: count?.rejected ?? 0 },
    entries: round.entries.map(({ id }) => {
      const own = results.find(({ entryId }) => entryId === id);
      const points = parts.flatMap((part) => own?.parts[part.id] ?? []).map(parseExact);
      return {
        entryId: id,
        votes: parts.reduce((total, { votes }) => total + (votes[id] ?? 0), 0),
        points: points.length === 0 ? '0' : toFixed(sum(points), round.rules.decimals),
      };
    }),
  };
}
