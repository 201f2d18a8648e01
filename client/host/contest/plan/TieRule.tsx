import { Trans, useLingui } from '@lingui/react/macro';
import { IconButton } from '../../../ui/parts/Button.tsx';
import { tieStepWords } from '../../../ui/desk/tie-step-words.ts';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { moved, without } from '../parts/list.ts';
import { bilingual } from '../parts/names.ts';
import styles from './plan.module.css';
import { Rule, type RuleProps } from './Rule.tsx';
import { tieSteps } from './rules.ts';

/** SC-14: the chain that equal figures go down. */
export function TieRule({ round, rules, onChange }: RuleProps) {
  const { t, i18n } = useLingui();
  const { tieBreak } = rules;
  const words = (step: string): string =>
    t(tieStepWords(step, round.criteria, (name) => bilingual(name, i18n.locale)));
  const left = tieSteps(round.criteria).filter((step) => !tieBreak.includes(step));
  const put = (next: string[]): void => onChange({ tieBreak: next });
  return (
    <Rule name={<Trans>同分</Trans>}>
      <ol className={styles.list}>
        {tieBreak.map((step, index) => (
          <li key={step} className={common.row}>
            <span className={styles.place}>{index + 1}</span>
            <span>{words(step)}</span>
            <span className={styles.buttons}>
              <IconButton
                label={t`上移：${words(step)}`}
                disabled={index === 0}
                onClick={() => put(moved(tieBreak, index, -1))}
              >
                ↑
              </IconButton>
              <IconButton label={t`去掉：${words(step)}`} onClick={() => put(without(tieBreak, index))}>
                ×
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && tieBreak.length < 12 && (
        <Select
          label={t`加一步`}
          value=""
          options={[{ value: '', label: '—' }, ...left.map((step) => ({ value: step, label: words(step) }))]}
          onChange={(step) => {
            if (step !== '') put([...tieBreak, step]);
          }}
        />
      )}
    </Rule>
  );
}
