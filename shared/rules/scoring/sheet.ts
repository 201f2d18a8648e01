import type { RankingPart, ScorecardPart } from '../../model/tabulation.ts';
import { exact, multiply, parseDecimal, sum, type Exact } from './exact.ts';

/** Values by entry, then by judge: what the judges of one part gave. Who gave none is not in it. */
export type Sheet = ReadonlyMap<string, ReadonlyMap<string, Exact>>;

type Card = ScorecardPart['scorecards'][number];

/** SC-2: a card's score is Σ weight · value over the criteria. */
export function scoreSheet({ criteria, scorecards }: ScorecardPart): Sheet {
  const weights = criteria.map(({ id, weight }) => ({ id, weight: parseDecimal(weight) }));
  return sheetOf(scorecards, (card) =>
    sum(weights.map(({ id, weight }) => multiply(weight, parseDecimal(card.values[id] ?? '0')))),
  );
}

/** The bare values of one criterion, unweighted, for the tie-break by `criterion(id)` (SC-14). */
export const criterionSheet = ({ scorecards }: ScorecardPart, criterion: string): Sheet =>
  sheetOf(scorecards, ({ values }) => parseDecimal(values[criterion] ?? '0'));

/** Rankings as values that fall by one from place to place; only their order means anything. */
export function rankingSheet({ rankings }: RankingPart): Sheet {
  const sheet = new Map<string, Map<string, Exact>>();
  for (const { judge, order } of rankings) {
    for (const [place, entry] of order.entries()) put(sheet, entry, judge, exact(BigInt(-place)));
  }
  return sheet;
}

/** The same values by judge, then by entry. */
export function byJudge(sheet: Sheet): Sheet {
  const turned = new Map<string, Map<string, Exact>>();
  for (const [entry, values] of sheet) {
    for (const [judge, value] of values) put(turned, judge, entry, value);
  }
  return turned;
}

function sheetOf(cards: readonly Card[], valueOf: (card: Card) => Exact): Sheet {
  const sheet = new Map<string, Map<string, Exact>>();
  for (const card of cards) put(sheet, card.entry, card.judge, valueOf(card));
  return sheet;
}

function put(sheet: Map<string, Map<string, Exact>>, row: string, column: string, value: Exact): void {
  const values = sheet.get(row) ?? new Map<string, Exact>();
  sheet.set(row, values.set(column, value));
}
