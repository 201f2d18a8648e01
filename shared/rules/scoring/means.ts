import { divide, exact, fromHighest, sum, type Exact } from './exact.ts';
import { show, type Told } from './wording.ts';

type Trim = { readonly high: number; readonly low: number; readonly minJudges: number };

/** SC-6, SC-8: the mean of whatever scores there are, at least one. */
export function mean(scores: readonly Exact[]): Told {
  const total = sum(scores);
  const value = divide(total, count(scores));
  const says = scores.length === 1 ? show(value) : `mean ${show(total)} / ${scores.length} = ${show(value)}`;
  return { value, says: [says] };
}

/** SC-6: the middle score, or the mean of the middle two. */
export function median(scores: readonly Exact[]): Told {
  const sorted = fromHighest(scores);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const value = divide(sum(middle), count(middle));
  return { value, says: [`median of ${sorted.map(show).join(', ')} = ${show(value)}`] };
}

/** SC-7 去掉最高分、去掉最低分: exactly so many single scores go at each end; too few scores, and none does. */
export function trimmedMean(scores: readonly Exact[], { high, low, minJudges }: Trim): Told {
  if (scores.length < minJudges) {
    const plain = mean(scores);
    return { ...plain, says: [`plain mean, fewer than ${minJudges} scores (SC-7)`, ...plain.says] };
  }
  const sorted = fromHighest(scores);
  const kept = mean(sorted.slice(high, sorted.length - low));
  const dropped = [...sorted.slice(0, high), ...sorted.slice(sorted.length - low)];
  if (dropped.length === 0) return kept;
  return { ...kept, says: [`dropped ${dropped.map(show).join(' and ')}`, ...kept.says] };
}

const count = (scores: readonly Exact[]): Exact => exact(BigInt(scores.length));
