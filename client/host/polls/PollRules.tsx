import { Trans, useLingui } from '@lingui/react/macro';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './PollForm.module.css';
import type { PollDraft } from './polls.ts';

const SECONDS = [0, 15, 30, 60, 90, 120, 180, 300, 600];

type Props = { draft: PollDraft; onChange: (fields: Partial<PollDraft>) => void };

/** How it is voted and when the result is seen. */
export function PollRules({ draft, onChange }: Props) {
  const { t } = useLingui();
  const most = Math.max(2, draft.options.length);
  return (
    <div className={styles.rules}>
      <Toggle isOn={draft.isMany} onChange={(isMany) => onChange({ isMany })}>
        <Trans>可以选多项</Trans>
      </Toggle>
      {draft.isMany && (
        <Select
          label={t`最多`}
          value={Math.min(draft.multiple, most)}
          options={Array.from({ length: most - 1 }, (_, index) => ({
            value: index + 2,
            label: t`${index + 2} 项`,
          }))}
          onChange={(multiple) => onChange({ multiple })}
        />
      )}
      <Toggle isOn={draft.isChangeable} onChange={(isChangeable) => onChange({ isChangeable })}>
        <Trans>停止前可以改票</Trans>
      </Toggle>
      <Toggle isOn={draft.isHidden} onChange={(isHidden) => onChange({ isHidden })}>
        <Trans>揭晓前不公开结果</Trans>
      </Toggle>
      <Select
        label={t`自动停止`}
        value={draft.seconds}
        options={SECONDS.map((value) => ({ value, label: value === 0 ? t`手动` : t`${value} 秒后` }))}
        onChange={(seconds) => onChange({ seconds })}
      />
    </div>
  );
}
