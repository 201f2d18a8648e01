import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Comment } from '#shared/model/comment.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { AuthorSheet } from './AuthorSheet.tsx';
import { DeskRow } from './DeskRow.tsx';
import { defaultView, inView, type View } from './queue-order.ts';
import styles from './Queue.module.css';
import { QueueBar } from './QueueBar.tsx';
import { ReviewTags } from './ReviewTags.tsx';
import { useDecide } from './use-decide.ts';
import { useDeskList } from './use-desk-list.ts';
import { useHand } from './use-hand.ts';

/** What waits for a decision: A lets it through, D does not, P pins it as well, U takes the last decision back. */
export function Queue() {
  const held = useEventState(({ desk }) => desk.held);
  const mode = useEventState(({ event }) => event.comments.mode);
  const [view, setView] = useDraft<View>('queue', defaultView);
  const [about, setAbout] = useState<Comment | null>(null);
  const rows = useMemo(() => inView(held, view), [held, view]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const others = useHand(ids);
  const mine = rows.filter(({ id }) => !others.has(id));
  const find = (id: string): Comment | undefined => mine.find((comment) => comment.id === id);
  const decide = useDecide();
  const list = useDeskList(
    mine.map(({ id }) => id),
    {
      approve: (id) => void decide.approve(find(id)),
      reject: (id) => void decide.reject(find(id)),
      pin: (id) => void decide.pin(find(id)),
      author: (id) => setAbout(find(id) ?? null),
    },
    true,
  );
  if (held.length === 0) {
    return (
      <EmptyState title={<Trans>没有待审的评论</Trans>}>
        {mode === 'pre' ? (
          <Trans>新评论会先到这里，通过后大家才看得到。</Trans>
        ) : mode === 'first' ? (
          <Trans>第一次发言的观众会先到这里，通过一次以后就直接展示。</Trans>
        ) : (
          <Trans>现在只有碰到词表的评论会到这里。要全部先审，在上面换一种展示方式。</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <QueueBar view={view} onChange={setView} />
      <ul {...list.focus}>
        {mine.map((comment) => (
          <DeskRow
            key={comment.id}
            id={comment.id}
            at={comment.at}
            author={comment.author}
            text={comment.text}
            isSelected={list.selected === comment.id}
            tags={<ReviewTags review={comment.review} />}
          >
            <Act size="small" onPress={() => decide.approve(comment)}>
              <Trans>通过</Trans>
            </Act>
            <Act size="small" tone="quiet" onPress={() => decide.reject(comment)}>
              <Trans>不通过</Trans>
            </Act>
            <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setAbout(comment)}>
              <Trans>作者</Trans>
            </Button>
          </DeskRow>
        ))}
      </ul>
      {mine.length < rows.length && <InOtherHands rows={rows} others={others} />}
      {about && <AuthorSheet author={about.author} onClose={() => setAbout(null)} />}
    </>
  );
}

type OthersProps = { rows: readonly Comment[]; others: ReadonlyMap<string, string> };

/** What other moderators have before them: seen, so that nobody wonders, and left to them. */
function InOtherHands({ rows, others }: OthersProps) {
  const { t } = useLingui();
  const theirs = rows.filter(({ id }) => others.has(id));
  return (
    <section aria-label={t`别人手里的`} className={styles.others}>
      <h3 className={styles.title}>
        <Trans>别人手里的 {theirs.length} 条</Trans>
      </h3>
      <ul>
        {theirs.map((comment) => (
          <DeskRow
            key={comment.id}
            id={comment.id}
            at={comment.at}
            author={comment.author}
            text={comment.text}
          >
            <span className={styles.who}>
              <Trans>{others.get(comment.id) ?? ''} 在看</Trans>
            </span>
          </DeskRow>
        ))}
      </ul>
    </section>
  );
}
