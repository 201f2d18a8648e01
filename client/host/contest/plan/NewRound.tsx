import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Contest } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { PRESET_NAMES, type PresetName } from '#shared/rules/contest/preset-names.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Field } from '../../../ui/parts/Field.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import type { Part } from '../parts.ts';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import { presetWords } from '../words.ts';
import styles from './plan.module.css';

type Props = { contest: Contest; onClose: () => void; onMade: (part: Part) => void };

/** A new round: a name and a preset; everybody who competes is in it, and every judge on its panel. */
export function NewRound({ contest, onClose, onMade }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const usual = [t`初赛`, t`复赛`, t`决赛`];
  const [title, setTitle] = useState('');
  const [preset, setPreset] = useState<PresetName>('speech');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const made = await act('round:put', {
      title: title.trim(),
      preset,
      entries: contest.contestants.filter(({ status }) => status !== 'withdrawn').map(({ id }) => ({ id })),
      panel: contest.judges.map(({ id }) => id),
    });
    if (made === null) return;
    onMade(made.id);
    onClose();
  };
  return (
    <Sheet title={<Trans>新一轮</Trans>} onClose={onClose}>
      <form className={common.stack} onSubmit={(event) => void submit(event)}>
        <Field
          label={t`这一轮叫什么`}
          value={title}
          maxLength={LIMITS.titleLength}
          onChange={({ target }) => setTitle(target.value)}
        />
        <div className={common.row} role="group" aria-label={t`常用名称`}>
          {usual.map((name) => (
            <Button key={name} size="small" aria-pressed={title === name} onClick={() => setTitle(name)}>
              {name}
            </Button>
          ))}
        </div>
        <Presets chosen={preset} onChoose={setPreset} />
        <div className={common.end}>
          <Button tone="quiet" onClick={onClose}>
            <Trans>取消</Trans>
          </Button>
          <Button type="submit" disabled={title.trim() === ''}>
            <Trans>建好这一轮</Trans>
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

type PresetsProps = { chosen: PresetName | null; onChoose: (name: PresetName) => void };

export function Presets({ chosen, onChoose }: PresetsProps) {
  const { t } = useLingui();
  return (
    <fieldset className={styles.presets}>
      <legend className={common.note}>
        <Trans>从现成的规则开始，之后都能改</Trans>
      </legend>
      {PRESET_NAMES.map((name) => (
        <label key={name} className={styles.preset}>
          <input type="radio" name="preset" checked={chosen === name} onChange={() => onChoose(name)} />
          <span className={common.title}>{t(presetWords[name].name)}</span>
          <span className={styles.about}>{t(presetWords[name].about)}</span>
        </label>
      ))}
    </fieldset>
  );
}
