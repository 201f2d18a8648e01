import type { Part, ScorecardPart, Tabulation } from '../../model/tabulation.ts';

/**
 * The rules a second time, for tests: straight from their wording, with quadratic definitions in place of sorting
 * and with fractions that are never reduced. It shares no code with what it checks.
 */
type Fraction = readonly [bigint, bigint];
type Value = Fraction | null;
export type Slow = { figure: Value; rank: number | null };

const read = (text: string): Fraction => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? [];
  return [BigInt(`${sign}1`) * BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
};
const whole = (count: number): Fraction => [BigInt(count), 1n];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = (a: Fraction, [c, d]: Fraction): Fraction => times(a, c < 0n ? [-d, -c] : [d, c]);
const less = (a: Fraction, b: Fraction): Fraction => plus(a, times(b, whole(-1)));
const isAbove = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d > c * b;
export const isEqual = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;
const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, whole(0));
const average = (list: readonly Fraction[]): Fraction => over(total(list), whole(list.length));
const drop = (list: readonly Fraction[], isWorse: typeof isAbove): Fraction[] => {
  const index = list.findIndex((one) => !list.some((other) => isWorse(other, one)));
  return list.filter((_, at) => at !== index);
};
const pick = <Item>(record: Readonly<Record<string, Item>>, key: string): Item | undefined =>
  Object.entries(record).find(([name]) => name === key)?.[1];

/** Points of `own` among `all`: the mean of those of the places that its equals cover. */
function placePoints(
  own: Fraction,
  all: readonly Fraction[],
  points: readonly (string | number)[],
): Fraction {
  const better = all.filter((other) => isAbove(other, own)).length;
  const equal = all.filter((other) => isEqual(other, own)).length;
  const covered = Array.from({ length: equal }, (_, at) => read(String(points[better + at] ?? 0)));
  return average(covered);
}

/** √x rounded half up at the twelfth decimal, by halving an interval. */
function rootOf([n, d]: Fraction): Fraction {
  const unit = 10n ** 12n;
  let [low, high] = [0n, (n / d + 1n) * unit + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    // middle is not too much while middle − ½ unit is at or below the root.
    if ((2n * middle - 1n) ** 2n * d <= 4n * n * unit * unit) low = middle;
    else high = middle;
  }
  return [low, unit];
}

type Card = { judge: string; entry: string; value: Fraction };

function aggregateOf(
  { aggregate }: Pick<ScorecardPart, 'aggregate'>,
  cards: readonly Card[],
  entry: string,
): Value {
  const own = cards.filter((card) => card.entry === entry);
  const values = own.map(({ value }) => value);
  const ofJudge = ({ judge }: Card) => cards.filter((card) => card.judge === judge).map(({ value }) => value);
  if (own.length === 0) return null;
  switch (aggregate.rule) {
    case 'mean':
      return average(values);
    case 'median': {
      let rest = values;
      while (rest.length > 2) rest = drop(drop(rest, isAbove), (a, b) => isAbove(b, a));
      return average(rest);
    }
    case 'trimmedMean': {
      let rest = values;
      if (values.length >= aggregate.minJudges) {
        for (let count = 0; count < aggregate.high; count += 1) rest = drop(rest, isAbove);
        for (let count = 0; count < aggregate.low; count += 1) rest = drop(rest, (a, b) => isAbove(b, a));
      }
      return average(rest);
    }
    case 'rankPoints':
      return total(own.map((card) => placePoints(card.value, ofJudge(card), aggregate.points)));
    case 'zMean':
      return average(
        own.map((card) => {
          const all = ofJudge(card);
          if (all.length === 1) return whole(0);
          const centre = average(all);
          const squares = all.map((value) => times(less(value, centre), less(value, centre)));
          const deviation = rootOf(over(total(squares), whole(all.length - 1)));
          return deviation[0] === 0n ? whole(0) : over(less(card.value, centre), deviation);
        }),
      );
    default:
      return aggregate;
  }
}

const scoresOf = ({ criteria, scorecards }: ScorecardPart): Card[] =>
  scorecards.map(({ judge, entry, values }) => ({
    judge,
    entry,
    value: total(criteria.map(({ id, weight }) => times(read(weight), read(pick(values, id) ?? '')))),
  }));

function partOf(part: Part, entries: readonly string[], entry: string): Value {
  if ('scorecards' in part) return aggregateOf(part, scoresOf(part), entry);
  if ('figures' in part) {
    const figure = pick(part.figures, entry);
    return figure === undefined ? null : read(figure);
  }
  if ('rankings' in part) {
    const places = part.rankings.map(({ order }) => order.indexOf(entry)).filter((place) => place >= 0);
    return total(places.map((place) => read(String(part.aggregate.points[place] ?? 0))));
  }
  const counts = entries.map((id) => whole(pick(part.votes, id) ?? 0));
  const own = whole(pick(part.votes, entry) ?? 0);
  if (counts.every(([count]) => count === 0n)) return whole(0);
  if (part.aggregate.rule === 'rankPoints') return placePoints(own, counts, part.aggregate.points);
  const most = counts.reduce((a, b) => (isAbove(b, a) ? b : a));
  return times(over(own, part.aggregate.rule === 'share' ? total(counts) : most), read(part.scale ?? ''));
}

function figureOf(file: Tabulation, entry: string): Value {
  let figure = whole(0);
  for (const part of file.parts) {
    const value = partOf(part, file.entries, entry);
    if (value === null) return null;
    figure = plus(figure, file.combine === 'sum' ? value : times(value, [BigInt(part.weight ?? 0), 100n]));
  }
  const lost = file.penalties.filter((penalty) => penalty.entry === entry).map(({ points }) => read(points));
  return less(figure, total(lost));
}

/** What a step has for an entry that is level with `tied`: higher is ahead. */
function evidence(file: Tabulation, step: string, tied: readonly string[], entry: string): Fraction {
  if (step.startsWith('criterion:')) {
    const id = step.slice('criterion:'.length);
    const part = file.parts.find(
      (one): one is ScorecardPart =>
        'scorecards' in one && one.criteria.some((criterion) => criterion.id === id),
    );
    const cards = part?.scorecards.map(({ judge, entry: of, values }) => ({
      judge,
      entry: of,
      value: read(pick(values, id) ?? ''),
    }));
    return (part && cards && aggregateOf(part, cards, entry)) ?? whole(0);
  }
  if (step === 'headToHead') {
    if (tied.length !== 2) return whole(0);
    const wins = file.parts.flatMap((part) => {
      const cards = 'scorecards' in part ? scoresOf(part) : [];
      return cards.filter(
        (card) =>
          card.entry === entry &&
          cards.some(
            (rival) =>
              rival.judge === card.judge && tied.includes(rival.entry) && isAbove(card.value, rival.value),
          ),
      );
    });
    return whole(wins.length);
  }
  if (step === 'audience') {
    const voted = file.parts.filter((part) => 'votes' in part);
    const isIdle = voted.every(({ weight }) => weight === 0 || weight === undefined);
    return total(
      voted.map((part) =>
        times(partOf(part, file.entries, entry) ?? whole(0), whole(isIdle ? 1 : (part.weight ?? 0))),
      ),
    );
  }
  const orders: Record<string, readonly string[]> = {
    tieBreakJudge: file.tieBreakJudge,
    headJudge: file.headJudge.order,
  };
  const order = orders[step] ?? [];
  return whole(order.includes(entry) ? -order.indexOf(entry) : -order.length);
}

/** How many of those level with an entry are ahead of it by the steps that are left. */
function ahead(file: Tabulation, steps: readonly string[], tied: readonly string[], entry: string): number {
  const [step, ...rest] = steps;
  if (step === undefined || tied.length === 1) return 0;
  const own = evidence(file, step, tied, entry);
  const of = new Map(tied.map((id) => [id, evidence(file, step, tied, id)]));
  const better = tied.filter((id) => isAbove(of.get(id) ?? own, own));
  const level = tied.filter((id) => isEqual(of.get(id) ?? own, own));
  return better.length + ahead(file, rest, level, entry);
}

/** Figure and rank of each entry. */
export function slowly(file: Tabulation): Map<string, Slow> {
  const isOut = (entry: string): boolean => file.disqualified.some((one) => one.entry === entry);
  const figures = new Map(file.entries.map((entry) => [entry, isOut(entry) ? null : figureOf(file, entry)]));
  return new Map(
    [...figures].map(([entry, figure]): [string, Slow] => {
      if (figure === null) return [entry, { figure, rank: null }];
      const others = [...figures].flatMap(([id, other]) => (other === null ? [] : [{ id, other }]));
      const better = others.filter(({ other }) => isAbove(other, figure)).length;
      const tied = others.filter(({ other }) => isEqual(other, figure)).map(({ id }) => id);
      return [entry, { figure, rank: 1 + better + ahead(file, file.tieBreak, tied, entry) }];
    }),
  );
}
