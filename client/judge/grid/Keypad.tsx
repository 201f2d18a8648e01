import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Criterion } from '#shared/model/ruleset.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useKeys } from '../../ui/parts/use-keys.ts';
import { decimalsOf, readThousandths, showThousandths } from './figures.ts';
import { isOnGrid } from './grid.ts';
import styles from './Keypad.module.css';
import { pressKey } from './keys.ts';
import { useNames } from './use-names.ts';

type Props = {
  criterion: Criterion;
  value: number | null;
  onEnter: (value: number) => void;
  onClose: () => void;
};

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', '⌫'];

/** Figures by keys, on the glass or a real keyboard. What is off the grid is said, and not put right in silence. */
export function Keypad({ criterion, value, onEnter, onClose }: Props) {
  const { t } = useLingui();
  const names = useNames();
  const [text, setText] = useState('');
  const typed = readThousandths(text);
  const isRight = typed !== null && isOnGrid(criterion, typed);
  const step = showThousandths(criterion.step, 3).replace(/\.?0+$/, '');
  const keys = criterion.min < 0 ? ['−', ...KEYS] : KEYS;
  const press = (key: string): void => setText((before) => pressKey(before, key, decimalsOf(criterion)));
  const enter = (): void => {
    if (!isRight) return;
    onEnter(typed);
    onClose();
  };
  useKeyboard(press, enter);

  return (
    <Sheet title={names.name(criterion.name)} onClose={onClose}>
      <div className={styles.keypad}>
        <output className={styles.figure} aria-label={t`输入的分数`}>
          {text || (
            <span className={styles.before}>{value === null ? '—' : names.value(criterion, value)}</span>
          )}
        </output>
        <p className={styles.hint} role="status">
          {text !== '' && !isRight ? (
            <strong className={styles.wrong}>
              <Trans>
                只能是 {names.range(criterion)}，每步 {step}
              </Trans>
            </strong>
          ) : (
            <Trans>
              {names.range(criterion)}，每步 {step}
            </Trans>
          )}
        </p>
        <div className={styles.keys}>
          {keys.map((key) => (
            <button
              key={key}
              type="button"
              className={styles.key}
              aria-label={key === '⌫' ? t`退格` : undefined}
              onClick={() => press(key)}
            >
              {key}
            </button>
          ))}
        </div>
        <div className={styles.actions}>
          <Button onClick={() => setText('')} disabled={text === ''}>
            <Trans>清空</Trans>
          </Button>
          <Button onClick={enter} disabled={!isRight}>
            <Trans>确定</Trans>
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** A real keyboard does the same, wherever the focus is in the sheet. */
function useKeyboard(press: (key: string) => void, enter: () => void): void {
  useKeys((event) => {
    const isButton = event.target instanceof HTMLButtonElement;
    if (/^[0-9.]$/.test(event.key)) press(event.key);
    else if (event.key === '-') press('−');
    else if (event.key === 'Backspace') press('⌫');
    else if (event.key === 'Enter' && !isButton) enter();
    else return;
    event.preventDefault();
  });
}
