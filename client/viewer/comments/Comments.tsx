import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { CommentLine } from '../../ui/live/CommentLine.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import styles from './Comments.module.css';
import { useDigest } from './use-digest.ts';
import { useStick } from './use-stick.ts';

/** The static twin of the danmaku: what was said, in order. */
export function Comments() {
  const { t } = useLingui();
  const rows = useClientState((state) => state.rows);
  const { list, shown, unseen, toEnd, onScroll } = useStick(rows);
  return (
    <section className={styles.comments} aria-label={t`评论`}>
      <Pinned />
      <Sampled />
      <div
        ref={list}
        className={styles.list}
        onScroll={onScroll}
        // Whoever has no mouse scrolls by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t`评论列表`}
      >
        {shown.length === 0 ? (
          <p className={styles.empty}>
            <Trans>还没有评论，说第一句吧</Trans>
          </p>
        ) : (
          <ol>
            {shown.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </ol>
        )}
      </div>
      {unseen > 0 && (
        <div className={styles.pill}>
          <Button size="small" onClick={toEnd}>
            <Icon name="down" size={16} />
            <Plural value={unseen} other="# 条新评论" />
          </Button>
        </div>
      )}
      <Digest />
    </section>
  );
}

/** Six times a second the rows are compared: one that did not change is done with at once. */
const Row = memo(function Row({ row }: { row: CommentRow }) {
  return (
    <li>
      <CommentLine author={row.author} text={row.text} row={row}>
        {row.delivery === 'failed' && <Failed row={row} />}
      </CommentLine>
    </li>
  );
});

function Pinned() {
  const pinned = useEventState((state) => state.pinned);
  if (!pinned) return null;
  return (
    <div className={styles.pinned}>
      <Icon name="pin" size={16} />
      <div>
        <Hidden>
          <Trans>置顶</Trans>
        </Hidden>
        <CommentLine author={pinned.author} text={pinned.text} />
      </div>
    </div>
  );
}

function Sampled() {
  const format = useFormat();
  const oneIn = useEventState(({ gauges }) => gauges.flow.oneIn);
  if (oneIn <= 1) return null;
  return (
    <p className={styles.sample}>
      <Trans>评论太多，正在每 {format.count(Math.round(oneIn))} 条公平展示 1 条；你发的自己总能看到</Trans>
    </p>
  );
}

function Failed({ row }: { row: CommentRow }) {
  const client = useClient();
  return (
    <>
      <Button tone="quiet" size="small" onClick={() => void client.retry(row)}>
        <Trans>重发</Trans>
      </Button>
      <Button tone="quiet" size="small" onClick={() => client.discard(row)}>
        <Trans>删除</Trans>
      </Button>
    </>
  );
}

function Digest() {
  const count = useDigest();
  return <Hidden says>{count > 0 && <Plural value={count} other="# 条新评论" />}</Hidden>;
}
