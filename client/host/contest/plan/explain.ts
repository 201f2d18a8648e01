import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Said = (first: string, second: string) => MessageDescriptor;

/** Explanations as the rules give them, sentence by sentence, in the reader's language. */
const SENTENCES: readonly (readonly [RegExp, Said])[] = [
  [/^dropped (.+) and (.+)$/, (high, low) => msg`去掉 ${high} 和 ${low}`],
  [/^dropped (.+)$/, (dropped) => msg`去掉 ${dropped}`],
  [/^mean (.+)$/, (sum) => msg`平均 ${sum}`],
  [/^median of (.+) = (.+)$/, (values, value) => msg`${values} 的中位数是 ${value}`],
  [/^plain mean, fewer than (\d+) scores/, (least) => msg`不足 ${least} 个分，取普通平均`],
  [/^points for (.+) votes: (.+)$/, (votes, points) => msg`${votes} 票，得 ${points} 分`],
  [/^points (.+)$/, (points) => msg`名次得分 ${points}`],
  [/^(.+) votes × (.+)$/, (share, rest) => msg`票数 ${share} × ${rest}`],
  [/^no votes at all/, () => msg`没有任何投票，记 0 分`],
  [/^carried forward (.+?)(?: \(SC-13\))?$/, (figure) => msg`上一轮带入 ${figure}`],
  [/^no figure/, () => msg`没有可计的评分，不排名`],
  [/^disqualified(?:: (.*))?$/, (reason) => msg`取消资格 ${reason}`],
];

const PARTS: Readonly<Record<string, MessageDescriptor>> = {
  judges: msg`评委`,
  audience: msg`观众`,
  carried: msg`上一轮`,
};

/** One sentence of an explanation; one that is not known is shown as it came. */
export function explainWords(sentence: string, say: (words: MessageDescriptor) => string): string {
  const part = /^(judges|audience|carried): (.*)$/.exec(sentence);
  if (part) {
    const [, id = '', rest = ''] = part;
    const name = PARTS[id];
    return `${name ? say(name) : id}：${explainWords(rest, say)}`;
  }
  const loss = /^(−.*) \(SC-9\) = (.*)$/.exec(sentence);
  if (loss) {
    const [, lost = '', left = ''] = loss;
    return `${lost.replaceAll('overtime', say(msg`超时`)).replaceAll('undertime', say(msg`不足时`))} = ${left}`;
  }
  for (const [pattern, words] of SENTENCES) {
    const found = pattern.exec(sentence);
    if (found) return say(words(found[1] ?? '', found[2] ?? ''));
  }
  return sentence;
}
