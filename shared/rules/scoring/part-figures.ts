import type { Part, ScorecardPart } from '../../model/tabulation.ts';
import { parseDecimal, ZERO, type Exact } from './exact.ts';
import { mean, median, trimmedMean } from './means.ts';
import { rankPoints } from './rank-points.ts';
import { rankingSheet, scoreSheet, type Sheet } from './sheet.ts';
import { unreachable } from '../unreachable.ts';
import { votePoints } from './votes.ts';
import { show, type Told } from './wording.ts';
import { zMean } from './z-mean.ts';

/** The figure of each entry in one part; an entry that has none is not in it (SC-8). */
export function partFigures(part: Part, entries: readonly string[]): Map<string, Told> {
  if ('scorecards' in part) return aggregate(part.aggregate, scoreSheet(part));
  if ('votes' in part) return votePoints(part, entries);
  if ('rankings' in part) {
    const points = rankPoints(rankingSheet(part), part.aggregate.points);
    const unranked: Told = { value: ZERO, says: ['ranked by nobody: 0'] };
    return new Map(entries.map((entry) => [entry, points.get(entry) ?? unranked]));
  }
  return new Map(
    Object.entries(part.figures).map(([entry, figure]) => {
      const value = parseDecimal(figure);
      return [entry, { value, says: [`carried forward ${show(value)} (SC-13)`] }];
    }),
  );
}

/** SC-6: from the judges' values to one figure for each entry that has any. */
export function aggregate(rule: ScorecardPart['aggregate'], sheet: Sheet): Map<string, Told> {
  switch (rule.rule) {
    case 'mean':
      return ofEach(sheet, mean);
    case 'median':
      return ofEach(sheet, median);
    case 'trimmedMean':
      return ofEach(sheet, (scores) => trimmedMean(scores, rule));
    case 'rankPoints':
      return rankPoints(sheet, rule.points);
    case 'zMean':
      return zMean(sheet);
    default:
      return unreachable(rule);
  }
}

const ofEach = (sheet: Sheet, figureOf: (scores: Exact[]) => Told): Map<string, Told> =>
  new Map([...sheet].map(([entry, scores]) => [entry, figureOf([...scores.values()])]));
