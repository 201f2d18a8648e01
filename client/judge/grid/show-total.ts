import type { Criterion } from '#shared/model/ruleset.ts';
import type { Values } from '#shared/model/scorecard.ts';
import { scoreOf, showScore } from '#shared/rules/contest/values.ts';
import { padded, scoreDecimals } from '../../ui/contest/decimals.ts';

/** A card's score with as many digits as any card of the round can have, so that they stand below each other. */
export const showTotal = (criteria: readonly Criterion[], values: Values): string =>
  padded(showScore(scoreOf(criteria, values)), scoreDecimals(criteria));
