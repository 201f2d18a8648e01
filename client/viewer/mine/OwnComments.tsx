import { Trans } from '@lingui/react/macro';
import { unreachable } from '#shared/rules/unreachable.ts';
import type { OwnComment } from '../../sdk/index.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import styles from './Mine.module.css';

/** The newest first. */
export function OwnComments() {
  const format = useFormat();
  const mine = useClientState((state) => state.mine);
  if (mine.length === 0) {
    return (
      <p className={styles.note}>
        <Trans>还没有发过评论。</Trans>
      </p>
    );
  }
  return (
    <ol className={styles.list}>
      {mine.map((_, index) => {
        const comment = mine[mine.length - 1 - index] as OwnComment;
        return (
          <li key={comment.id} className={styles.item}>
            <p dir="auto" className={cx(comment.status === 'hidden' && styles.gone)}>
              {comment.text}
            </p>
            <p className={styles.note}>
              <time>{format.time(comment.at)}</time> · <Fate comment={comment} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What became of it. One that did not go out is said to have missed the sample only where there was one. */
function Fate({ comment: { status, reach, oneIn } }: { comment: OwnComment }) {
  const format = useFormat();
  switch (status) {
    case 'held':
      return <Trans>待审，通过后大家可见</Trans>;
    case 'rejected':
      return <Trans>未通过审核</Trans>;
    case 'hidden':
      return <Trans>已被管理员撤下</Trans>;
    case 'shown':
      if (reach !== null) return <Trans>已展示，当时 {format.count(reach)} 人在线</Trans>;
      if (oneIn > 1)
        return (
          <Trans>评论太多，当时每 {format.count(Math.round(oneIn))} 条公平展示 1 条，这条没有抽中</Trans>
        );
      return <Trans>已发出</Trans>;
    default:
      return unreachable(status);
  }
}
