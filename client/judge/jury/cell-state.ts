import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId, JudgeId } from '#shared/model/ids.ts';
import type { Progress } from '#shared/model/scorecard.ts';
import { type CardState, isOut } from '../tablet/card-state.ts';

/** How a judge's card stands, as the bench sees it: everything but its values. */
export const cellWords: Record<CardState | 'amending', MessageDescriptor> = {
  out: msg`不用打分`,
  blank: msg`未打分`,
  draft: msg`正在打`,
  unkept: msg`待送达`,
  signing: msg`待送达`,
  signed: msg`待确认`,
  locked: msg`已锁定`,
  recused: msg`回避`,
  abstained: msg`弃权`,
  absent: msg`不再等`,
  conflict: msg`需要决定`,
  refused: msg`未被接受`,
  amending: msg`更正待确认`,
};

export type Cell = {
  entryId: ContestantId;
  judgeId: JudgeId;
  progress: Progress | undefined;
  isOut: boolean;
};

export const cellState = ({ progress, isOut: out }: Cell): CardState =>
  out && (progress === undefined || progress.status === 'draft') ? 'out' : (progress?.status ?? 'blank');

export const cellsOf = (contest: Contest, round: Round): Cell[][] =>
  round.entries.map(({ id }) =>
    round.panel.map((judgeId) => ({
      entryId: id,
      judgeId,
      progress: round.progress[id]?.[judgeId],
      isOut: isOut(contest, round, id),
    })),
  );

/** Whether it is still waited for: nobody's word is missing once it is locked, left out or waived. */
export const isMissing = (cell: Cell): boolean => {
  const state = cellState(cell);
  return state === 'blank' || state === 'draft';
};

/** Whether it waits for a second person. */
export const isToCheck = ({ progress }: Cell): boolean =>
  progress?.status === 'signed' || progress?.amending === true;
