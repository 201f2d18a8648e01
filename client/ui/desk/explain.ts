import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { COMMA, SEMICOLON } from './separators.ts';

/** How what stands in an explanation is called here: entries by their ids, steps of the tie-break chain by theirs. */
export type Called = {
  say: (words: MessageDescriptor) => string;
  name: (entryId: string) => string;
  step: (step: string) => string;
};
type Said = (called: Called, first: string, second: string, third: string) => MessageDescriptor;

const names = ({ name, say }: Called, list: string): string =>
  list
    .split(/, | and (?=\d+ more)/)
    .map((one) => (/^\d+ more$/.test(one) ? `+${one.slice(0, -5)}` : name(one)))
    .join(say(COMMA));

/** Explanations as the rules give them; the first that fits counts. */
const SENTENCES: readonly (readonly [RegExp, Said])[] = [
  [/^level with (.+) \(SC-14\)$/, (called, others) => msg`与 ${names(called, others)} 同分`],
  [/^shares the rank with (.+) \(SC-15\)$/, (called, others) => msg`与 ${names(called, others)} 并列`],
  [/^(\S+) passed over: /, ({ step }, which) => msg`${step(which)}：这一步不适用`],
  [/^(\S+) (.+) decides \(SC-14\)$/, ({ step }, which, value) => msg`${step(which)} ${value}，分出先后`],
  [
    /^(\S+) (.+) leaves it level with (.+) \(SC-14\)$/,
    (called, which, value, others) => msg`${called.step(which)} ${value}，仍与 ${names(called, others)} 相同`,
  ],
  [
    /^others are shown as (\S+) too; to (\d+) decimals it is (\S+)/,
    (_, shown, decimals, value) => msg`别的选手也显示为 ${shown}，看到 ${decimals} 位小数是 ${value}`,
  ],
  [/^dropped (.+) and ([^ ]+)$/, (_, high, low) => msg`去掉 ${high} 和 ${low}`],
  [/^dropped (.+)$/, (_, dropped) => msg`去掉 ${dropped}`],
  [/^mean (.+)$/, (_, sum) => msg`平均 ${sum}`],
  [/^median of (.+) = (.+)$/, (_, values, value) => msg`${values} 的中位数是 ${value}`],
  [/^plain mean, fewer than (\d+) scores/, (_, least) => msg`不足 ${least} 个分，取普通平均`],
  [/^standardised by judge/, () => msg`各评委先标准化`],
  [/^points for (.+) votes: (.+)$/, (_, votes, points) => msg`${votes} 票，得 ${points} 分`],
  [/^points (.+)$/, (_, points) => msg`名次得分 ${points}`],
  [/^(.+) votes × (.+)$/, (_, share, rest) => msg`票数 ${share} × ${rest}`],
  [/^no votes at all/, () => msg`没有任何投票，记 0 分`],
  [/^carried forward (.+?)(?: \(SC-13\))?$/, (_, figure) => msg`上一轮带入 ${figure}`],
  [/^nothing counted, so no figure/, () => msg`没有可计的评分，没有得分`],
  [/^no figure/, () => msg`有一部分没有得分，不排名`],
  [/^disqualified: (.*) \(SC-16\)$/, (_, reason) => msg`取消资格：${reason}`],
];

const PARTS: Readonly<Record<string, MessageDescriptor>> = {
  judges: msg({ message: '评委', context: 'several' }),
  audience: msg`观众`,
  carried: msg`上一轮`,
};

/** One sentence of an explanation in the reader's language; one that is not known is shown as it came. */
export function explainWords(sentence: string, called: Called): string {
  const { say } = called;
  const part = /^(judges|audience(?: [^:]+)?|carried): (.*)$/.exec(sentence);
  if (part) {
    const [, id = '', rest = ''] = part;
    const [kind = '', ...group] = id.split(' ');
    const name = PARTS[kind];
    const said = rest.split('; ').map((one) => explainWords(one, called));
    const title = [name ? say(name) : kind, ...group].join(' ');
    return say(msg`${title}：${said.join(say(SEMICOLON))}`);
  }
  const loss = /^(−.*) \(SC-9\) = (.*)$/.exec(sentence);
  if (loss) {
    const [, lost = '', left = ''] = loss;
    const words = lost
      .replaceAll('overtime', say(msg`超时`))
      .replaceAll('undertime', say(msg`不足时`))
      .replaceAll('penalty', say(msg`扣分`));
    return `${words} = ${left}`;
  }
  for (const [pattern, words] of SENTENCES) {
    const found = pattern.exec(sentence);
    if (found) return say(words(called, found[1] ?? '', found[2] ?? '', found[3] ?? ''));
  }
  return sentence;
}
