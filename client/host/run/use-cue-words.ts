import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#shared/rules/unreachable.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { sceneWords } from '../words.ts';
import type { DraftCue } from './rundown.ts';

/** What a cue does, in a few words. */
export function useCueWords(): (cue: DraftCue) => string {
  const { t } = useLingui();
  const polls = useEventState((state) => state.polls);
  const question = (id: string): string => polls.find((poll) => poll.id === id)?.question ?? t`已不在的投票`;
  const rounds = useEventState((state) => state.contest?.rounds);
  const round = (id: string): string => rounds?.find((one) => one.id === id)?.title ?? t`已不在的一轮`;
  return (cue) => {
    switch (cue.do) {
      case 'openPoll':
        return t`开始投票：${question(cue.pollId)}`;
      case 'closePoll':
        return t`停止投票：${question(cue.pollId)}`;
      case 'openVote':
        return t`打开观众投票：${round(cue.roundId)}`;
      case 'closeVote':
        return t`结束观众投票：${round(cue.roundId)}`;
      case 'takeScene':
        return cue.scene.scene === 'poll'
          ? t`大屏：${question(cue.scene.pollId)}`
          : t`大屏：${t(sceneWords[cue.scene.scene])}`;
      case 'announce':
        return t`公告：${cue.text}`;
      default:
        return unreachable(cue);
    }
  };
}
