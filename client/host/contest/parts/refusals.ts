import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Refusal } from '#shared/protocol/errors.ts';
import { deskRefusalWords } from '../../words.ts';

type Said = (first: string, second: string) => MessageDescriptor;

/** What the server says of a contest, in the words of the desk. The first that fits counts. */
const SENTENCES: readonly (readonly [RegExp, Said])[] = [
  [/line (\d+) has no name/, (line) => msg`第 ${line} 行没有姓名`],
  [/line (\d+): name is longer than (\d+)/, (line, most) => msg`第 ${line} 行的姓名超过 ${most} 个字`],
  [
    /line (\d+): organi[sz]ation is longer than (\d+)/,
    (line, most) => msg`第 ${line} 行的单位超过 ${most} 个字`,
  ],
  [
    /line (\d+): introduction is longer than (\d+)/,
    (line, most) => msg`第 ${line} 行的简介超过 ${most} 个字`,
  ],
  [/line 1 has no column/, () => msg`第一行要写列名，其中必须有“姓名”`],
  [/no rows under the first line|there is nothing in it/, () => msg`列名下面还没有内容`],
  [/line (\d+): a quote is not closed/, (line) => msg`第 ${line} 行的引号没有配对`],
  [/at most (\d+) contestants/, (most) => msg`选手最多 ${most} 位`],
  [/at most (\d+) judges/, (most) => msg`评委最多 ${most} 位`],
  [/at most (\d+) rounds/, (most) => msg`最多 ${most} 轮`],
  [/is in a round; withdraw/, () => msg`这位选手已排进轮次，请改为退赛`],
  [/the judge is on a panel/, () => msg`这位评委已在评委组里，请先从未开始的轮次移出，或在评分台登记回避`],
  [/judgesShown/, () => msg`已有轮次开始，评委的称呼方式不能再改`],
  [/the round has no entries/, () => msg`这一轮还没有选手`],
  [/the round has no judges/, () => msg`这一轮还没有评委`],
  [/criteria and rules are fixed/, () => msg`这一轮已经开始，评分项和规则不能再改`],
  [/the order is fixed since/, () => msg`已有评分或投票，出场顺序不能再改`],
  [/order: every entry/, () => msg`每位选手都要在顺序里，且只出现一次`],
  [/whose figures are carried forward is not published/, () => msg`要带入的那一轮还没有公布`],
  [/(\d+) cards are missing/, (count) => msg`还差 ${count} 张评分表`],
  [/the audience still votes/, () => msg`观众投票还开着，请先结束`],
  [/the stopwatch is running/, () => msg`秒表还在走，请先停下`],
  [/stopwatch runs for another entry/, () => msg`秒表正在为另一位选手计时，请先停下`],
  [/a tie at a cut line/, () => msg`奖项的边界上有同分，请评委主席先定出先后`],
  [/a ballot holds at most (\d+)/, (most) => msg`一张选票最多 ${most} 位选手`],
  [/a vote by the day needs an end/, () => msg`按天投票要先定下结束的时间`],
  [/a judge has not signed yet/, () => msg`这位选手还有评委没有签字，分数不能亮`],
  [/the first (\d+) are shown together/, (count) => msg`统一定标：前 ${count} 位全部评完后才能亮分`],
  [/shown from the sealed round alone/, () => msg`名次、投票和奖项要封存之后才能揭晓`],
  [/a figure by \w+ is there when/, () => msg`这种算法要封存之后才有得分`],
  [/steps have been shown, not/, () => msg`另一位主持刚刚揭晓了一步，请看清现状再继续`],
  [/the script has no step left/, () => msg`脚本已经走完`],
  [/the round is (?:draft|open|sealed|published)/, () => msg`这一轮的状态变了，现在不能这样做`],
  [/the card is at version/, () => msg`这张评分表刚刚有了新版本，请再看一眼后重试`],
  [/the card is (?:signed|locked)/, () => msg`这张评分表已经签字，不能再录`],
  [/have been shown without this card/, () => msg`这位选手已经亮分，不能再补这张评分表`],
  [/under other criteria than/, () => msg`评分项变过，请刷新后再录`],
  [/the sum .* is not in \[(.*), (.*)\]/, (least, most) => msg`总分要在 ${least} 到 ${most} 之间`],
  [/is not in \[(.*), (.*)\]/, (least, most) => msg`分值要在 ${least} 到 ${most} 之间`],
  [/is not on step (\S+) from (\S+)/, (step, from) => msg`分值要从 ${from} 起、每档 ${step}`],
  [/weights? .*100/, () => msg`各部分的权重加起来要等于 100`],
  [/minJudges/, () => msg`启用去高去低的最少人数，要多于去掉的人数`],
  [/awards?.*(?:carry|cut)/, () => msg`奖项的名额有矛盾`],
];

/** What a refusal means here; without a sentence of its own, what it means anywhere at the desk. */
export function refusalWords({ code, message }: Pick<Refusal, 'code' | 'message'>): MessageDescriptor {
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return say(found[1] ?? '', found[2] ?? '');
  }
  return deskRefusalWords[code];
}

/** The line of a pasted table that was refused, from 1; null when it is none of them. */
export function refusedLine(message: string): number | null {
  const found = /line (\d+)/.exec(message);
  return found ? Number(found[1]) : null;
}
