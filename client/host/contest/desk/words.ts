import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CellState } from './cards.ts';

type Words = { short: MessageDescriptor; mark: string; long: MessageDescriptor };

/** A card's state: a mark and a word, so that colour is never alone. */
export const cellWords: Record<CellState, Words> = {
  missing: { short: msg`未交`, mark: '·', long: msg`还没有评分` },
  draft: { short: msg`草稿`, mark: '✎', long: msg`正在填，还没有签字` },
  signed: { short: msg`待复核`, mark: '◐', long: msg`已签字，等监督员复核` },
  locked: { short: msg`锁定`, mark: '✓', long: msg`已锁定，计入成绩` },
  recused: { short: msg`回避`, mark: '⊘', long: msg`回避，不计入` },
  abstained: { short: msg`弃评`, mark: '−', long: msg`弃评，不计入` },
  absent: { short: msg`缺席`, mark: '○', long: msg`按缺席继续；亮分之前还可以补交` },
  amending: { short: msg`更正中`, mark: '↻', long: msg`有一处更正等第二人确认` },
};
