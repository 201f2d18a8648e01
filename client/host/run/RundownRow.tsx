import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS } from '#shared/limits.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { CueFields } from './CueFields.tsx';
import type { DraftItem } from './rundown.ts';
import styles from './RundownEditor.module.css';

type Props = {
  item: DraftItem;
  number: number;
  isLast: boolean;
  onChange: (fields: Partial<DraftItem>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** One item on paper: moved by buttons, as keys and fingers can press them. */
export function RundownRow({ item, number, isLast, onChange, onMove, onRemove }: Props) {
  const { t } = useLingui();
  return (
    <li className={styles.row}>
      <Field
        label={t`第 ${number} 项`}
        value={item.title}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <div className={styles.small}>
        <Field
          label={t`备注`}
          value={item.note}
          maxLength={LIMITS.summaryLength}
          onChange={({ target }) => onChange({ note: target.value })}
        />
        <Field
          label={t`分钟`}
          value={item.minutes}
          inputMode="decimal"
          onChange={({ target }) => onChange({ minutes: target.value })}
        />
      </div>
      <CueFields number={number} cues={item.cues} onChange={(cues) => onChange({ cues })} />
      <div className={styles.tools}>
        <Button
          size="small"
          tone="quiet"
          disabled={number === 1}
          aria-label={t`上移第 ${number} 项`}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          tone="quiet"
          disabled={isLast}
          aria-label={t`下移第 ${number} 项`}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button size="small" tone="quiet" aria-label={t`删除第 ${number} 项`} onClick={onRemove}>
          <Trans>删除</Trans>
        </Button>
      </div>
    </li>
  );
}
