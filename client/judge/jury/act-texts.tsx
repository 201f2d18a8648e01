import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CellAct } from './acts.ts';

export const actTexts: Record<CellAct, { label: ReactNode; note: ReactNode }> = {
  confirm: { label: <Trans>确认</Trans>, note: '' },
  reject: {
    label: <Trans>退回</Trans>,
    note: <Trans>待确认的评分退回评委重签；更正退回则原分不变；回避或弃权退回后，评委可以重新打分。</Trans>,
  },
  amend: { label: <Trans>更正…</Trans>, note: '' },
  proxy: { label: <Trans>代录…</Trans>, note: '' },
  waive: {
    label: <Trans>不再等</Trans>,
    note: <Trans>这张评分不计入，其余评委照常计算。评分展示之前，评委仍可以补签。</Trans>,
  },
  recuse: { label: <Trans>记为回避</Trans>, note: <Trans>有利害关系，不计分；代评委记录在案。</Trans> },
  abstain: { label: <Trans>记为弃权</Trans>, note: <Trans>因其他原因不计分；代评委记录在案。</Trans> },
};
