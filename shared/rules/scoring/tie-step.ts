import type { Part, ScorecardPart } from '../../model/tabulation.ts';

/** A step of the tie-break chain (SC-14). */
export type TieStep =
  | { readonly step: 'exact' | 'headToHead' | 'audience' | 'tieBreakJudge' | 'headJudge' | 'shared' }
  | { readonly step: 'criterion'; readonly criterion: string };

/** Reads `headToHead` or `criterion:content`; null for what is no step. */
export function parseTieStep(text: string): TieStep | null {
  switch (text) {
    case 'exact':
    case 'headToHead':
    case 'audience':
    case 'tieBreakJudge':
    case 'headJudge':
    case 'shared':
      return { step: text };
    default:
      return text.startsWith('criterion:')
        ? { step: 'criterion', criterion: text.slice('criterion:'.length) }
        : null;
  }
}

/** The parts judged by a criterion of that name; a chain may name it when there is exactly one. */
export const partsWith = (parts: readonly Part[], criterion: string): ScorecardPart[] =>
  parts.filter(
    (part): part is ScorecardPart => 'scorecards' in part && part.criteria.some(({ id }) => id === criterion),
  );
