import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Bilingual, Criterion } from '#shared/model/ruleset.ts';

/** One step of the tie-break chain. */
export function tieStepWords(
  step: string,
  criteria: readonly Criterion[],
  nameOf: (name: Bilingual) => string,
): MessageDescriptor {
  const own = criteria.find(({ id }) => step === `criterion:${id}`);
  const name = own ? nameOf(own.name) : step.replace('criterion:', '');
  switch (step) {
    case 'exact':
      return msg`精确得分`;
    case 'headToHead':
      return msg`评委两两比较`;
    case 'audience':
      return msg`观众投票`;
    case 'tieBreakJudge':
      return msg`决胜评委的排序`;
    case 'headJudge':
      return msg`评委主席裁定`;
    case 'shared':
      return msg`并列`;
    default:
      return msg`“${name}”得分高者`;
  }
}
