import type { Tabulation } from '../../model/tabulation.ts';
import { unreachable } from '../unreachable.ts';
import type { Counted } from './combine.ts';
import { add, compare, divide, exact, multiply, sum, ZERO, type Exact } from './exact.ts';
import { aggregate } from './part-figures.ts';
import { criterionSheet, scoreSheet, type Sheet } from './sheet.ts';
import { parseTieStep, partsWith, type TieStep } from './tie-step.ts';
import { show } from './wording.ts';

/**
 * A step that may part those level: a value for each, higher is better, and how it reads. Null where the step
 * cannot be taken, with the reason.
 */
export type Breaker = {
  readonly step: string;
  judge(tied: readonly string[]): { of(entry: string): Exact; says(entry: string): string } | { passes: string };
};
