import type { Contest, Round } from '#shared/model/contest.ts';
import type { Shown } from '#shared/model/reveal.ts';
import { padded, scoreDecimals } from './decimals.ts';
import { type Person, personOf } from './people.ts';

/** A judge's place in the picture. `score`: undefined before it is shown, null where there is none. */
export type Seat = {
  key: string;
  /** Empty where judges have pseudonyms and this one has not been shown yet. */
  name: string;
  score: string | null | undefined;
  struck: 'high' | 'low' | null;
};

/** The scores that were struck through. */
export type Dropped = { high: string[]; low: string[] };

/** How the judges' figure comes about, as far as the steps shown say it. `counted`: how many scores went into it. */
export type Explanation =
  | { rule: 'trimmedMean'; high: number; low: number; dropped: Dropped | null; counted: number | null }
  | { rule: 'tooFew'; minJudges: number }
  | { rule: 'mean' | 'median' | 'rankPoints' | 'zMean'; counted: number | null };

export type ShownFigure = {
  /** The one large number: the final figure, or the judges' part where others are still to come. */
  value: string | null;
  isFinal: boolean;
  penalty: string | null;
  /** The judges' part, where something was taken off it. */
  before: string | null;
  explanation: Explanation | null;
  /** Whole percent of the final figure that the judges decide; null where nothing else does. */
  judgesWeight: number | null;
};

/** An entry on its way from the card to the figure: exactly what has been shown of it. */
export type EntryReveal = {
  person: Person;
  seats: Seat[];
  isStruck: boolean;
  figure: ShownFigure | null;
  /** An amendment made something of this untrue since. */
  isCorrected: boolean;
};

type Step<S extends Shown['show']> = Extract<Shown, { show: S }>;
type EntryStep = Extract<Shown, { entryId: unknown }>;

/** The steps about an entry since its card was last shown. */
export function stepsOf(round: Round, entryId: string): EntryStep[] {
  const own = round.shown.filter((step): step is EntryStep => 'entryId' in step && step.entryId === entryId);
  const from = own.reduce((last, step, index) => (step.show === 'entry' ? index : last), 0);
  return own.slice(from);
}

export function revealOf(contest: Contest, round: Round, entryId: string): EntryReveal {
  const steps = stepsOf(round, entryId);
  const last = <S extends EntryStep['show']>(show: S): Step<S> | null =>
    steps.reduce<Step<S> | null>((found, step) => (step.show === show ? (step as Step<S>) : found), null);
  const strike = last('strike');
  const figure = last('figure');
  const judged = steps.filter((step): step is Step<'judge'> => step.show === 'judge');
  const seats = seatsOf(contest, round, judged, strike);
  return {
    person: personOf(contest, round, entryId),
    seats,
    isStruck: strike !== null && strike.high.length + strike.low.length > 0,
    figure: figure && figureOf(round, figure, strike, seats),
    isCorrected: steps.some((step) => 'corrected' in step && step.corrected === true),
  };
}

/** The whole panel, each at its own place; under pseudonyms in the order in which they are shown. */
function seatsOf(
  contest: Contest,
  round: Round,
  judged: readonly Step<'judge'>[],
  strike: Step<'strike'> | null,
): Seat[] {
  if (judged.length === 0) return [];
  const decimals = scoreDecimals(round.criteria);
  const scores = new Map(judged.map(({ judge, score }) => [judge, score && padded(score, decimals)]));
  const strikeOf = (judge: string): Seat['struck'] =>
    strike?.high.includes(judge) ? 'high' : strike?.low.includes(judge) ? 'low' : null;
  const isNamed = judged.every(({ judge }) => round.panel.some((id) => id === judge));
  const shown = [...scores.keys()];
  const keys = isNamed ? round.panel : round.panel.map((_, index) => shown[index] ?? `seat-${index}`);
  return keys.map((key) => ({
    key,
    name: scores.has(key) || isNamed ? judgeLabel(contest, key) : '',
    score: scores.get(key),
    struck: strikeOf(key),
  }));
}

/** A judge's name, or the pseudonym as it is. */
export const judgeLabel = (contest: Contest, judge: string): string =>
  contest.judges.find(({ id }) => id === judge)?.name ?? judge;

function figureOf(
  { rules }: Round,
  { judges, penalty, figure }: Step<'figure'>,
  strike: Step<'strike'> | null,
  seats: readonly Seat[],
): ShownFigure {
  const isFinal = figure !== null;
  return {
    value: figure ?? judges,
    isFinal,
    penalty,
    before: isFinal && penalty !== null ? judges : null,
    explanation: judges === null ? null : explain(rules, strike, seats),
    judgesWeight: isFinal || rules.combine === 'sum' ? null : (rules.judges?.weight ?? null),
  };
}

function explain(
  { judges }: Round['rules'],
  strike: Step<'strike'> | null,
  seats: readonly Seat[],
): Explanation | null {
  if (judges === null) return null;
  const { aggregate } = judges;
  const scored = seats.filter(({ score }) => typeof score === 'string');
  const isWhole = seats.length > 0 && seats.every(({ score }) => score !== undefined);
  if (aggregate.rule !== 'trimmedMean')
    return { rule: aggregate.rule, counted: isWhole ? scored.length : null };
  const { high, low, minJudges } = aggregate;
  if (isWhole && scored.length < minJudges) return { rule: 'tooFew', minJudges };
  if (high + low === 0) return { rule: 'mean', counted: isWhole ? scored.length : null };
  const struckAt = (end: 'high' | 'low'): string[] =>
    scored.flatMap(({ struck, score }) => (struck === end && score ? [score] : []));
  return {
    rule: 'trimmedMean',
    high,
    low,
    dropped: strike && isWhole ? { high: struckAt('high'), low: struckAt('low') } : null,
    counted: isWhole ? scored.length - high - low : null,
  };
}
