import type { Contest, Round } from '#shared/model/contest.ts';
import type { JudgeId } from '#shared/model/ids.ts';

/** The round one comes for: the one on the stage, else one that is open (first of all with one's own seat), else the last. */
export function pickRound(contest: Contest, judgeId?: JudgeId): Round | null {
  const begun = contest.rounds.filter(({ status }) => status !== 'draft');
  const open = begun.filter(({ status }) => status === 'open');
  const isOnStage = ({ id }: Round): boolean => id === contest.current?.roundId;
  const isMine = ({ panel }: Round): boolean => judgeId === undefined || panel.includes(judgeId);
  const mine = open.filter(isMine);
  return (
    mine.find(isOnStage) ?? mine[0] ?? open.find(isOnStage) ?? open[0] ?? begun[begun.length - 1] ?? null
  );
}
