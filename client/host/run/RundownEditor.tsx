import { Trans } from '@lingui/react/macro';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { ItemId } from '#shared/model/ids.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Act } from '../parts/Act.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useRun } from '../use-run.ts';
import { type DraftItem, moved, toDraft, toInput } from './rundown.ts';
import { RundownRow } from './RundownRow.tsx';
import styles from './RundownEditor.module.css';

/** Writes the rundown. An item that stays keeps what has become of it. */
export function RundownEditor({ items, onClose }: { items: readonly RundownItem[]; onClose: () => void }) {
  const run = useRun();
  const cues = useEventState(({ desk }) => desk.cues);
  const [base] = useState(items);
  const [draft, setDraft, clearDraft] = useDraft<DraftItem[]>(
    'rundown',
    items.length > 0 ? toDraft(items, cues) : [blank()],
  );
  const change = (id: string, fields: Partial<DraftItem>): void =>
    setDraft(draft.map((item) => (item.id === id ? { ...item, ...fields } : item)));
  const close = (): void => {
    clearDraft();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (await run('rundown:set', toInput(draft))) close();
  };
  return (
    <Panel
      title={<Trans>编辑流程单</Trans>}
      actions={
        <>
          <Button size="small" tone="quiet" onClick={close}>
            <Trans>取消</Trans>
          </Button>
          <Act size="small" onPress={save}>
            <Trans>保存</Trans>
          </Act>
        </>
      }
    >
      {base !== items && (
        <p role="status" className={styles.notice}>
          <Trans>流程刚刚有变化。保存会以这里的内容为准，各项的进度不变。</Trans>
        </p>
      )}
      <ol className={styles.rows}>
        {draft.map((item, index) => (
          <RundownRow
            key={item.id}
            item={item}
            number={index + 1}
            isLast={index === draft.length - 1}
            onChange={(fields) => change(item.id, fields)}
            onMove={(step) => setDraft(moved(draft, index, step))}
            onRemove={() => setDraft(draft.filter((other) => other !== item))}
          />
        ))}
      </ol>
      <Button
        isWide
        disabled={draft.length >= LIMITS.rundownItems}
        onClick={() => setDraft([...draft, blank()])}
      >
        <Trans>加一项</Trans>
      </Button>
    </Panel>
  );
}

const blank = (): DraftItem => ({ id: nanoid<ItemId>(12), title: '', note: '', minutes: '', cues: [] });
