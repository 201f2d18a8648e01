import { Trans, useLingui } from '@lingui/react/macro';
import type { RundownItem } from '#shared/model/event.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { Panel } from '../parts/Panel.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useRunsShow } from '../rights.ts';
import { useRun } from '../use-run.ts';
import { nextItem } from './rundown.ts';
import { RundownEditor } from './RundownEditor.tsx';
import { RundownItemLine } from './RundownItemLine.tsx';
import styles from './RundownPanel.module.css';
import { ShowClock } from './ShowClock.tsx';
import { useCueWords } from './use-cue-words.ts';

/** The run of show: what is on, what was, and one obvious next step. */
export function RundownPanel() {
  const items = useEventState((state) => state.rundown);
  const runsShow = useRunsShow();
  // Kept over a reload, as what is being written is.
  const [isEditing, setIsEditing] = useDraft('rundown-open', false);
  const edit = (
    <Button size="small" tone="quiet" onClick={() => setIsEditing(true)}>
      <Trans>编辑</Trans>
    </Button>
  );
  if (isEditing && runsShow) return <RundownEditor items={items} onClose={() => setIsEditing(false)} />;
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
          <ShowClock items={items} />
          <ol className={styles.items}>
            {items.map((item, index) => (
              <RundownItemLine key={item.id} item={item} number={index + 1} canGo={runsShow} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function Next({ items }: { items: readonly RundownItem[] }) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const words = useCueWords();
  const next = nextItem(items);
  const cues = useEventState(({ desk }) => desk.cues).filter(({ itemId }) => itemId === next?.id);
  const go = async (): Promise<void> => {
    const done = next && (await run('rundown:go', { itemId: next.id }));
    for (const cue of done?.skipped ?? []) say(t`没有做成：${words(cue)}`, 'alert');
  };
  useDeskKey('n', next ? () => void go() : null);
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
      <Act tone="ember" isWide onPress={go} aria-keyshortcuts="N">
        <span className={styles.nextWords}>
          <span>{isStart ? <Trans>开始流程</Trans> : <Trans>下一项</Trans>}</span>
          <span className={styles.nextTitle}>{next.title}</span>
          {cues.map((cue) => (
            <span key={JSON.stringify(cue)} className={styles.nextCue}>
              {words(cue)}
            </span>
          ))}
        </span>
      </Act>
    </div>
  );
}
