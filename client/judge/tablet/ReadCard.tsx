import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Round } from '#shared/model/contest.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { showTotal } from '../grid/show-total.ts';
import type { CardState } from './card-state.ts';
import styles from './ReadCard.module.css';
import { Ruler } from './Ruler.tsx';
import type { EntryView } from './use-cards.ts';
import { ValueList } from './ValueList.tsx';

type Props = { round: Round; entry: EntryView; entries: readonly EntryView[] };

/** A card that takes nothing more: what is on it, and what becomes of it. */
export function ReadCard({ round, entry, entries }: Props) {
  const { state, values, card } = entry;
  const hasValues = Object.keys(values).length > 0 && state !== 'recused' && state !== 'abstained';
  return (
    <div className={styles.card}>
      <div className={styles.state} role="status">
        <p>
          {round.status === 'open' || state === 'signing' || state === 'unkept'
            ? stateTexts[state]
            : closedTexts[round.status]}
        </p>
        {card?.proxy && (
          <Badge tone="gold">
            <Trans>工作人员代录</Trans>
          </Badge>
        )}
        {card?.reason && (
          <p className={styles.reason}>
            <Trans>原因：{card.reason}</Trans>
          </p>
        )}
      </div>
      {hasValues && (
        <>
          <ValueList criteria={round.criteria} values={values} />
          <p className={styles.total}>
            <Trans>总分</Trans>
            <strong className={styles.figure}>{showTotal(round.criteria, values)}</strong>
          </p>
          <Ruler round={round} entry={entry} entries={entries} />
        </>
      )}
    </div>
  );
}

const stateTexts: Record<CardState, ReactNode> = {
  out: <Trans>这位选手已退出排名，不用打分。</Trans>,
  blank: <Trans>还没有打分。</Trans>,
  draft: <Trans>草稿，还没有签名。</Trans>,
  unkept: <Trans>签名还没有保存到这台设备上，也还没有送达。请不要关闭或刷新这一页。</Trans>,
  signing: <Trans>已签名，保存在这台设备上，正在等待送达。不用做任何事。</Trans>,
  signed: <Trans>已签名送达，等待监督员确认。</Trans>,
  locked: <Trans>已锁定，计入成绩。</Trans>,
  recused: <Trans>你已回避这位选手，不计分。</Trans>,
  abstained: <Trans>你对这位选手弃权，不计分。</Trans>,
  absent: <Trans>评审席没有等到这张评分。</Trans>,
  conflict: '',
  refused: '',
};

const closedTexts: Record<Round['status'], ReactNode> = {
  draft: <Trans>这一轮还没有开始。</Trans>,
  open: '',
  sealed: <Trans>这一轮已封分，评分不能再改。</Trans>,
  published: <Trans>这一轮的成绩已公布。</Trans>,
};
