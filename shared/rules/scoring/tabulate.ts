import type { Tabulation } from '../../model/tabulation.ts';
import { breakTies } from './break-ties.ts';
import { check } from './check.ts';
import { combined, penalised, type Counted } from './combine.ts';
import { tellApart } from './decimals-apart.ts';
import { toExact, toFixed, ZERO, type Exact } from './exact.ts';
import { partFigures } from './part-figures.ts';
import { breakersOf } from './tie-breakers.ts';
import { competitionRanks, tiersBy } from './tiers.ts';
import type { Told } from './wording.ts';

/**
 * What became of one entry. `exact` is a reduced fraction or a whole number, `figure` the same to the file's
 * decimals, half away from zero; all three are null for an entry without a figure and for a disqualified one.
 * `parts` holds exact values, null where there is none; `explain` is for people and decides nothing.
 */
export type Result = {
  entry: string;
  rank: number | null;
  figure: string | null;
  exact: string | null;
  parts: Record<string, string | null>;
  explain: string[];
};
export type Tabulated = { results: Result[] };

/**
 * The result of a round from the whole of its input: best first, then those without a figure, then the disqualified;
 * equal ranks in the order of `entries`. Throws a Refusal for what does not fit together.
 */
export function tabulate(file: Tabulation): Tabulated {
  check(file);
  const counted = file.parts.map((part) => ({ part, figures: partFigures(part, file.entries) }));
  const reasons = new Map(file.disqualified.map(({ entry, reason }) => [entry, reason.trim()]));
  const isOut = (entry: string): boolean => reasons.has(entry);

  const figures = new Map<string, Told>();
  for (const entry of file.entries) {
    const told = isOut(entry) ? null : combined(file.combine, counted, entry);
    if (told) figures.set(entry, penalised(told, file.penalties, entry));
  }
  const without = file.entries.filter((entry) => !isOut(entry) && !figures.has(entry));
  const out = file.entries.filter(isOut);
  return {
    results: [
      ...rankedResults(file, counted, figures),
      ...without.map((entry) => unranked(entry, counted, 'no figure: a part has none (SC-8)')),
      ...out.map((entry) => unranked(entry, counted, `disqualified: ${reasons.get(entry)} (SC-16)`)),
    ],
  };
}

function rankedResults(
  file: Tabulation,
  counted: readonly Counted[],
  figures: ReadonlyMap<string, Told>,
): Result[] {
  const valueOf = (entry: string): Exact => figures.get(entry)?.value ?? ZERO;
  const level = tiersBy([...figures.keys()], valueOf);
  const apart = tellApart(level, valueOf, file.decimals);
  const { tiers, says } = breakTies(level, breakersOf(file, counted));
  return [...competitionRanks(tiers)].map(([entry, rank]) => ({
    entry,
    rank,
    figure: toFixed(valueOf(entry), file.decimals),
    exact: toExact(valueOf(entry)),
    ...inParts(entry, counted, [
      ...(figures.get(entry)?.says ?? []),
      ...(apart.get(entry) ?? []),
      ...(says.get(entry) ?? []),
    ]),
  }));
}

const unranked = (entry: string, counted: readonly Counted[], why: string): Result => ({
  entry,
  rank: null,
  figure: null,
  exact: null,
  ...inParts(entry, counted, [why]),
});

/** What each part holds for an entry, and how that came about, before what is said of the whole. */
function inParts(
  entry: string,
  counted: readonly Counted[],
  says: readonly string[],
): Pick<Result, 'parts' | 'explain'> {
  const own = counted.map(({ part: { id }, figures }) => ({ id, told: figures.get(entry) }));
  return {
    parts: Object.fromEntries(own.map(({ id, told }) => [id, told ? toExact(told.value) : null])),
    explain: [
      ...own.map(
        ({ id, told }) => `${id}: ${told?.says.join('; ') ?? 'nothing counted, so no figure (SC-8)'}`,
      ),
      ...says,
    ],
  };
}
