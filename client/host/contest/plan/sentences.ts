import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contest } from '#shared/model/contest.ts';
import type { Criterion, RuleSet, TimeRule } from '#shared/model/ruleset.ts';
import { bilingual } from '../parts/names.ts';
import { COMMA } from '../../../ui/desk/separators.ts';
import { tieStepWords } from '../../../ui/desk/tie-step-words.ts';
import { figureText } from '../parts/thousandths.ts';

type Say = (words: MessageDescriptor) => string;
type Planned = { criteria: readonly Criterion[]; rules: RuleSet };

/** A rule set as people say it, a sentence for each thing it settles. */
export function sentencesOf(
  { criteria, rules }: Planned,
  contest: Pick<Contest, 'rounds'>,
  locale: string,
  say: Say,
): string[] {
  const { carry, total, calibration, confirm, decimals } = rules;
  const carried = contest.rounds.find(({ id }) => id === carry?.roundId)?.title ?? '';
  const sentences = [
    ...(rules.judges === null ? [] : [criteriaSentence(criteria, locale, say)]),
    ...judgesSentence(rules),
    ...audienceSentence(rules),
    ...(carry === null ? [] : [msg`带入“${carried}”的得分，占 ${carry.weight}%`]),
    ...(total === null
      ? []
      : [msg`一张评分表的总分要在 ${figureText(total.min)} 到 ${figureText(total.max)} 之间`]),
    confirm === 'auto' ? msg`评委签字后立即锁定、计入` : msg`评委签字后，由监督员复核才计入`,
    ...(calibration === 0 ? [] : [msg`统一定标：前 ${calibration} 位评完后一起亮分`]),
    ...timeSentences(rules.time),
    msg`同分时依次看：${rules.tieBreak.map((step) => say(tieStepWords(step, criteria, (name) => bilingual(name, locale)))).join(' → ')}`,
    ...awardSentences(rules, locale, say),
    msg`得分显示 ${decimals} 位小数，排名按精确值`,
  ];
  return sentences.map(say);
}

function criteriaSentence(criteria: readonly Criterion[], locale: string, say: Say): MessageDescriptor {
  const list = criteria
    .map(({ name, min, max, step, weight }) => {
      const times = weight === 1_000 ? '' : ` × ${figureText(weight)}`;
      return `${bilingual(name, locale)} ${figureText(min)}–${figureText(max)} (${figureText(step)})${times}`;
    })
    .join(say(COMMA));
  return msg`评分项（范围与步长）：${list}`;
}

function judgesSentence({ judges, combine }: RuleSet): MessageDescriptor[] {
  if (judges === null) return [msg`没有评委分，由观众决定`];
  return [aggregateSentence(judges.aggregate), ...(combine === 'sum' ? [] : [msg`评委占 ${judges.weight}%`])];
}

function aggregateSentence(aggregate: NonNullable<RuleSet['judges']>['aggregate']): MessageDescriptor {
  switch (aggregate.rule) {
    case 'mean':
      return msg`评委分取平均`;
    case 'median':
      return msg`评委分取中位数`;
    case 'trimmedMean':
      return msg`评委分去掉 ${aggregate.high} 个最高分、${aggregate.low} 个最低分后平均；不足 ${aggregate.minJudges} 位评委时取普通平均`;
    case 'rankPoints':
      return msg`每位评委按名次给 ${aggregate.points.join(' ')} 分，各评委相加`;
    default:
      return msg`每位评委的分先标准化（减去平均、除以标准差），再平均`;
  }
}

function audienceSentence({ audience, combine }: RuleSet): MessageDescriptor[] {
  if (audience === null) return [];
  const { aggregate, weight } = audience;
  const how =
    aggregate.rule === 'maxScaled'
      ? msg`观众投票：得票最多者得满分 ${figureText(aggregate.scale)}，其余按比例`
      : aggregate.rule === 'share'
        ? msg`观众投票：得票占总票数的比例 × ${figureText(aggregate.scale)}`
        : msg`观众投票：按得票名次给 ${aggregate.points.join(' ')} 分`;
  return [how, combine === 'sum' ? msg`评委与观众各为一组，相加` : msg`观众占 ${weight}%`];
}

function timeSentences(time: TimeRule | null): MessageDescriptor[] {
  if (time === null) return [];
  const { minSeconds, maxSeconds, graceSeconds, cap } = time;
  return [
    ...(maxSeconds === null ? [] : [msg`限时 ${clock(maxSeconds)}，超出 ${graceSeconds} 秒以内不扣分`]),
    ...time.over.map((step) =>
      step.points === null
        ? msg`超时 ${step.fromSeconds} 秒起取消资格`
        : msg`超时 ${step.fromSeconds} 秒起扣 ${figureText(step.points)} 分`,
    ),
    ...(minSeconds === null ? [] : [msg`不少于 ${clock(minSeconds)}`]),
    ...time.under.map((step) =>
      step.points === null
        ? msg`不足 ${step.fromSeconds} 秒起取消资格`
        : msg`不足 ${step.fromSeconds} 秒起扣 ${figureText(step.points)} 分`,
    ),
    ...(cap === null ? [] : [msg`用时扣分最多 ${figureText(cap)} 分`]),
  ];
}

/** 480 seconds are `8:00`. */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function awardSentences({ awards, awardTies }: RuleSet, locale: string, say: Say): MessageDescriptor[] {
  if (awards.length === 0) return [];
  const list = awards
    .map(({ name, places }) => `${bilingual(name, locale)} ${places ?? say(msg`其余`)}`)
    .join(say(COMMA));
  return [
    msg`奖项：${list}`,
    awardTies === 'extend' ? msg`边界上同分的，都得较高的奖项` : msg`边界上同分的，等评委主席裁定`,
  ];
}
