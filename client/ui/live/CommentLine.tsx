import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import type { Author } from '#shared/model/comment.ts';
import type { CommentRow } from '../../sdk/index.ts';
import { cx } from '../cx.ts';
import styles from './CommentLine.module.css';
import { roleWords } from './role-words.ts';
import { refusalWords } from './words.ts';

type Props = { author: Author; text: string; row?: CommentRow | undefined; children?: ReactNode };

/** One comment: who, what, and for an own row what became of it. Those who run the event carry a badge. */
export const CommentLine = memo(function CommentLine({ author, text, row, children }: Props) {
  const { t } = useLingui();
  const isTeam = author.role !== 'viewer';
  const role = t(roleWords[author.role]);
  const name = author.name || t`观众`;
  return (
    <div
      className={cx(
        styles.line,
        row?.isOwn && styles.own,
        isTeam && styles.team,
        row?.delivery === 'sending' && styles.sending,
        row?.delivery === 'failed' && styles.failed,
      )}
    >
      {isTeam && <span className={styles.role}>{role}</span>}
      {!(isTeam && name === role) && (
        <span className={styles.name} dir="auto">
          {name}
        </span>
      )}
      <span className={styles.text} dir="auto">
        {text}
      </span>
      {row && <DeliveryNote row={row} />}
      {children}
    </div>
  );
});

function DeliveryNote({ row }: { row: CommentRow }) {
  const { t } = useLingui();
  switch (row.delivery) {
    case 'held':
      return (
        <span className={styles.state}>
          <Trans>待审，通过后大家可见</Trans>
        </span>
      );
    case 'rejected':
      return (
        <span className={styles.state}>
          <Trans>未通过审核</Trans>
        </span>
      );
    case 'failed':
      return (
        <span className={styles.state}>
          <Trans>没有发出</Trans>
          {row.refusal && row.refusal.code !== 'UNAVAILABLE' && `：${t(refusalWords[row.refusal.code])}`}
        </span>
      );
    default:
      return null;
  }
}
