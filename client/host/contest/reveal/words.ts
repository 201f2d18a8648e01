import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RevealStep, Shown } from '#shared/model/reveal.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { COMMA } from '../../../ui/desk/separators.ts';
import { contestantName, judgeName } from '../parts/names.ts';

type Say = (words: MessageDescriptor) => string;

/** What a step will show: its name, and nothing of its content. */
export function stepWords(contest: Contest, round: Round, step: RevealStep): MessageDescriptor {
  switch (step.show) {
    case 'entry':
      return msg`${contestantName(contest, step.entryId)}：选手卡片`;
    case 'judge': {
      const judge = contest.judgesShown === 'names' ? round.panel[step.nth - 1] : undefined;
      const name = contestantName(contest, step.entryId);
      return judge === undefined
        ? msg`${name}：第 ${step.nth} 位评委的分`
        : msg`${name}：${judgeName(contest, judge)}的分`;
    }
    case 'strike':
      return msg`${contestantName(contest, step.entryId)}：划掉最高和最低分`;
    case 'figure':
      return msg`${contestantName(contest, step.entryId)}：得分`;
    case 'place':
      return msg`第 ${step.rank} 名`;
    case 'audience':
      return msg`观众投票`;
    case 'board':
      return msg`排行榜`;
    case 'awards':
      return msg`奖项`;
    default:
      return unreachable(step);
  }
}

/** What a step did show. Everything in it is public from then on. */
export function shownWords(contest: Contest, shown: Shown, say: Say): MessageDescriptor {
  switch (shown.show) {
    case 'entry':
      return msg`${contestantName(contest, shown.entryId)}：选手卡片`;
    case 'judge':
      return msg`${contestantName(contest, shown.entryId)}：${judgeName(contest, shown.judge)} ${shown.score ?? '—'}`;
    case 'strike': {
      const names = [...shown.high, ...shown.low].map((judge) => judgeName(contest, judge)).join(say(COMMA));
      return names === '' ? msg`没有要划掉的分` : msg`划掉 ${names}`;
    }
    case 'figure': {
      const name = contestantName(contest, shown.entryId);
      return shown.figure === null
        ? msg`${name}：评委分 ${shown.judges ?? '—'}`
        : msg`${name}：得分 ${shown.figure}`;
    }
    case 'place': {
      const names = shown.entries
        .map(({ entryId, figure }) => `${contestantName(contest, entryId)} ${figure ?? ''}`.trim())
        .join(say(COMMA));
      return names === '' ? msg`第 ${shown.rank} 名：空缺（上面有并列）` : msg`第 ${shown.rank} 名：${names}`;
    }
    case 'audience':
      return msg`观众投票：${shown.entries.length} 位选手的票数`;
    case 'board':
      return msg`排行榜：${shown.entries.length} 位选手`;
    case 'awards':
      return msg`奖项：${shown.awards.length} 项`;
    default:
      return unreachable(shown);
  }
}
