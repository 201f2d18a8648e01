import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { AuthorSheet } from './AuthorSheet.tsx';
import { DeskRow } from './DeskRow.tsx';
import styles from './Queue.module.css';
import { useDeskList } from './use-desk-list.ts';

/** What waits for a decision, the longest first: A lets it through, R does not. */
export function Queue() {
  const run = useRun();
  const held = useEventState(({ desk }) => desk.held);
  const isPre = useEventState(({ event }) => event.comments.mode === 'pre');
  const [about, setAbout] = useState<Comment | null>(null);
  const approve = (commentId: CommentId) => run('comment:approve', { commentId });
  const reject = (commentId: CommentId) => run('comment:reject', { commentId });
  const list = useDeskList(
    held.map(({ id }) => id),
    {
      approve: (id) => void approve(id as CommentId),
      reject: (id) => void reject(id as CommentId),
      author: (id) => setAbout(held.find((comment) => comment.id === id) ?? null),
    },
    true,
  );
  if (held.length === 0) {
    return (
      <EmptyState title={<Trans>没有待审的评论</Trans>}>
        {isPre ? (
          <Trans>新评论会先到这里，通过后大家才看得到。</Trans>
        ) : (
          <Trans>现在只有碰到词表的评论会到这里。要全部先审，打开“先审后发”。</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.keys}>
        <Trans>A 通过 · R 不通过 · J / K 下一条、上一条 · T 作者</Trans>
        {held.length >= LIMITS.heldComments && (
          <>
            {' · '}
            <Trans>这里是最近 {LIMITS.heldComments} 条</Trans>
          </>
        )}
      </p>
      <ul {...list.focus}>
        {held.map((comment) => (
          <DeskRow
            key={comment.id}
            id={comment.id}
            at={comment.at}
            author={comment.author}
            text={comment.text}
            isSelected={list.selected === comment.id}
          >
            <Act size="small" onPress={() => approve(comment.id)}>
              <Trans>通过</Trans>
            </Act>
            <Act size="small" tone="quiet" onPress={() => reject(comment.id)}>
              <Trans>不通过</Trans>
            </Act>
            <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setAbout(comment)}>
              <Trans>作者</Trans>
            </Button>
          </DeskRow>
        ))}
      </ul>
      {about && <AuthorSheet author={about.author} onClose={() => setAbout(null)} />}
    </>
  );
}
