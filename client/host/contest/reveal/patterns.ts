import type { Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import type { RevealStep } from '#shared/model/reveal.ts';

type EntryId = Round['entries'][number]['id'];

/** Third, second, first: places from the last to the best. Fewer entries have fewer places. */
export function podium(round: Pick<Round, 'entries'>, places: number): RevealStep[] {
  const most = Math.min(places, round.entries.length);
  return Array.from({ length: most }, (_, index) => ({ show: 'place', rank: most - index }));
}

/** Judge by judge, the highest and lowest struck through where the rules drop any, then the figure. */
export function judgeByJudge(
  { panel, rules }: Pick<Round, 'panel' | 'rules'>,
  entryId: EntryId,
): RevealStep[] {
  const aggregate = rules.judges?.aggregate;
  const drops = aggregate?.rule === 'trimmedMean' && aggregate.high + aggregate.low > 0;
  return [
    { show: 'entry', entryId },
    ...panel.map((_, index): RevealStep => ({ show: 'judge', entryId, nth: index + 1 })),
    ...(drops ? [{ show: 'strike', entryId } as const] : []),
    { show: 'figure', entryId },
  ];
}

/** The same for every entry, in draw order. */
export const everyEntry = (round: Pick<Round, 'entries' | 'panel' | 'rules'>): RevealStep[] =>
  round.entries.flatMap(({ id }) => judgeByJudge(round, id));

/** After the seal: the audience where it counts, the podium in reverse, the whole table, the awards. */
export function finale(round: Pick<Round, 'entries' | 'rules'>): RevealStep[] {
  return [
    ...(round.rules.audience === null ? [] : [{ show: 'audience' } as const]),
    ...podium(round, 3),
    { show: 'board' },
    ...(round.rules.awards.length === 0 ? [] : [{ show: 'awards' } as const]),
  ];
}

/** A message holds so many bytes, and some are for what is around the steps. */
const ROOM = LIMITS.messageBytes - 512;

export type ScriptProblem = 'steps' | 'size';

/** Whether a script can be sent at all. */
export function scriptProblem(steps: readonly RevealStep[]): ScriptProblem | null {
  if (steps.length > LIMITS.revealSteps) return 'steps';
  return new TextEncoder().encode(JSON.stringify(steps)).length > ROOM ? 'size' : null;
}

/** What needs the seal: ranks, votes and awards are never shown from an open round. */
export const needsSeal = ({ show }: Pick<RevealStep, 'show'>): boolean =>
  show === 'place' || show === 'audience' || show === 'board' || show === 'awards';

/** Steps in the blocks they belong to, so that a long script can be read: an entry's own, or one by one. */
export function blocks<S extends RevealStep>(steps: readonly S[]): { first: number; steps: S[] }[] {
  const found: { first: number; steps: S[] }[] = [];
  steps.forEach((step, index) => {
    const last = found[found.length - 1];
    const before = last?.steps[last.steps.length - 1];
    const isSame =
      before !== undefined && 'entryId' in before && 'entryId' in step && before.entryId === step.entryId;
    if (last && isSame && step.show !== 'entry') last.steps.push(step);
    else found.push({ first: index, steps: [step] });
  });
  return found;
}

/** The block at `index` and its neighbour change places. */
export function moveBlock<S extends RevealStep>(steps: readonly S[], index: number, by: -1 | 1): S[] {
  const all = blocks(steps);
  const [one, other] = [all[index], all[index + by]];
  if (!one || !other) return [...steps];
  all[index] = other;
  all[index + by] = one;
  return all.flatMap((block) => block.steps);
}

export const removeBlock = <S extends RevealStep>(steps: readonly S[], index: number): S[] =>
  blocks(steps)
    .filter((_, at) => at !== index)
    .flatMap((block) => block.steps);
