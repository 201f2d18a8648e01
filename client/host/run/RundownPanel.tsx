import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { RundownItem } from '#shared/model/event.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useRunsShow } from '../rights.ts';
import { useRun } from '../use-run.ts';
import { nextItem } from './rundown.ts';
import { RundownEditor } from './RundownEditor.tsx';
import styles from './RundownPanel.module.css';

/** The run of show: what is on, what was, and one obvious next step. */
export function RundownPanel() {
  const items = useEventState((state) => state.rundown);
  const runsShow = useRunsShow();
  const [isEditing, setIsEditing] = useState(false);
  const edit = (
    <Button size="small" tone="quiet" onClick={() => setIsEditing(true)}>
      <Trans>编辑</Trans>
    </Button>
  );
  if (isEditing) return <RundownEditor items={items} onClose={() => setIsEditing(false)} />;
  return (
    <Panel title={<Trans>流程单</Trans>} actions={runsShow && items.length > 0 && edit}>
      {items.length === 0 ? (
        <EmptyState
          title={<Trans>还没有流程</Trans>}
          actions={
            runsShow && (
              <Button onClick={() => setIsEditing(true)}>
                <Trans>写流程单</Trans>
              </Button>
            )
          }
        >
          <Trans>写好后，这里会告诉你下一步是什么，观众也会看到正在进行的节目。</Trans>
        </EmptyState>
      ) : (
        <>
          {runsShow && <Next items={items} />}
          <ol className={styles.items}>
            {items.map((item, index) => (
              <Item key={item.id} item={item} number={index + 1} canGo={runsShow} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function Next({ items }: { items: readonly RundownItem[] }) {
  const run = useRun();
  const next = nextItem(items);
  if (!next) {
    return (
      <p className={styles.over}>
        <Trans>流程已走到最后一项。</Trans>
      </p>
    );
  }
  const isStart = items.every(({ status }) => status === 'planned');
  return (
    <div className={styles.next}>
      <Act tone="ember" isWide onPress={() => run('rundown:go', { itemId: next.id })}>
        <span className={styles.nextWords}>
          <span>{isStart ? <Trans>开始流程</Trans> : <Trans>下一项</Trans>}</span>
          <span className={styles.nextTitle}>{next.title}</span>
        </span>
      </Act>
    </div>
  );
}

function Item({ item, number, canGo }: { item: RundownItem; number: number; canGo: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const run = useRun();
  const isLive = item.status === 'live';
  return (
    <li className={cx(styles.item, styles[item.status])} aria-current={isLive ? 'step' : undefined}>
      <span className={styles.mark}>{isLive ? '▶' : item.status === 'done' ? '✓' : number}</span>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {item.title}
        </p>
        {(item.note || isLive) && (
          <p className={styles.note} dir="auto">
            {isLive && (
              <strong className={styles.now}>
                <Trans>进行中</Trans>
              </strong>
            )}
            {item.note}
          </p>
        )}
      </div>
      {item.plannedSeconds !== null && (
        <span className={styles.time}>{format.duration(item.plannedSeconds)}</span>
      )}
      {canGo && !isLive && (
        <span className={styles.go}>
          <Act
            size="small"
            aria-label={t`转到：${item.title}`}
            onPress={() => run('rundown:go', { itemId: item.id })}
          >
            <Trans>转到</Trans>
          </Act>
        </span>
      )}
    </li>
  );
}
