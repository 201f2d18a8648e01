import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FocusEvent, useState } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { AuthorSheet } from './AuthorSheet.tsx';
import { Delayed, useDelayed } from './Delayed.tsx';
import { DeskRow } from './DeskRow.tsx';
import styles from './LiveList.module.css';
import { useHide, useUndo } from '../parts/undo.ts';
import { useRunsShow } from '../rights.ts';
import { useDeskList } from './use-desk-list.ts';
import { usePausedRows } from './use-paused-rows.ts';

/** What everybody sees, newest first. */
export function LiveList() {
  const [about, setAbout] = useState<CommentRow | null>(null);
  const { rows, waiting, isPaused, resume, reading } = usePausedRows(about !== null);
  const run = useRun();
  const hide = useHide();
  const delayed = useDelayed();
  const find = (id: string): CommentRow | undefined => rows.find((row) => row.key === id);
  const list = useDeskList([...delayed.map(({ id }) => id), ...rows.map((row) => row.key)], {
    reject: (id) => void hide(find(id) ?? delayed.find((comment) => comment.id === id)),
    pin: (id) => void pin(find(id)),
    author: (id) => setAbout(find(id) ?? null),
  });
  const pin = async (row: CommentRow | undefined): Promise<void> => {
    if (row?.id) await run('comment:pin', { commentId: row.id });
  };

  const focus = {
    onFocus(event: FocusEvent): void {
      reading.onFocus();
      list.focus.onFocus(event);
    },
  };

  if (rows.length + delayed.length === 0) {
    return (
      <EmptyState title={<Trans>还没有评论</Trans>}>
        <Trans>观众的评论会实时出现在这里，最新的在最上面。</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <Flow />
        {isPaused && waiting > 0 && (
          <button type="button" className={styles.resume} onClick={resume}>
            <Plural value={waiting} other="列表已停住，# 条新评论" />
            <Icon name="retry" size={16} />
          </button>
        )}
      </div>
      <ul className={styles.list} {...reading} {...focus}>
        <Delayed comments={delayed} selected={list.selected} />
        {rows.map((row) => (
          <DeskRow
            key={row.key}
            id={row.key}
            at={row.at}
            author={row.author}
            text={row.text}
            isSelected={list.selected === row.key}
          >
            <Act size="small" tone="quiet" onPress={() => hide(row)}>
              <Trans>隐藏</Trans>
            </Act>
            <Act size="small" tone="quiet" onPress={() => pin(row)}>
              <Trans>置顶</Trans>
            </Act>
            {row.author.role === 'viewer' && (
              <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setAbout(row)}>
                <Trans>作者</Trans>
              </Button>
            )}
          </DeskRow>
        ))}
      </ul>
      {about?.author.role === 'viewer' && (
        <AuthorSheet author={about.author} onClose={() => setAbout(null)} />
      )}
    </>
  );
}

/** From how many times the readable rate on a slower pace is proposed, and which. */
const TOO_FAST = 2;
const PROPOSED_SECONDS = 10;

/** How fast, and how much of it is seen; when it is far more than anybody reads, the way to slow it down. */
function Flow() {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  const runsShow = useRunsShow();
  const { perSecond, oneIn } = useEventState(({ gauges }) => gauges.flow);
  const { slowModeSeconds, displayPerSecond } = useEventState(({ event }) => event.comments);
  const share = Math.round(oneIn);
  const isTooFast = runsShow && slowModeSeconds === 0 && perSecond >= displayPerSecond * TOO_FAST;
  const set = (seconds: number) => run('event:configure', { comments: { slowModeSeconds: seconds } });
  const slowDown = async (): Promise<void> => {
    if ((await set(PROPOSED_SECONDS)) === null) return;
    offer({ key: 'slow', words: t`慢速：每人 ${PROPOSED_SECONDS} 秒一条`, undo: () => set(0) });
  };
  return (
    <p className={styles.flow}>
      <Plural value={perSecond} other="每秒 # 条" />
      {share > 1 && (
        <>
          {' · '}
          <Trans>每 {share} 条展示 1 条，全部入库</Trans>
        </>
      )}
      {isTooFast && (
        <Act size="small" onPress={slowDown}>
          <Trans>看不过来了：慢速 {PROPOSED_SECONDS} 秒</Trans>
        </Act>
      )}
    </p>
  );
}
