import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import type { Criterion } from '#shared/model/ruleset.ts';
import { cx } from '../../ui/cx.ts';
import styles from './CriterionControl.module.css';
import { showThousandths } from './figures.ts';
import { middleOf, pressesOf, snap, stepBy, topOf } from './grid.ts';
import { Keypad } from './Keypad.tsx';
import { useNames } from './use-names.ts';

type Props = {
  criterion: Criterion;
  value: number | null;
  onChange: (value: number) => void;
  /** In a sheet, which is narrow on any screen. */
  isNarrow?: boolean;
};

/** One criterion under the fingers: presses, a slider, and the keypad behind the figure. Off the grid there is nothing. */
export function CriterionControl({ criterion, value, onChange, isNarrow = false }: Props) {
  const { t } = useLingui();
  const names = useNames();
  const id = useId();
  const [isTyping, setIsTyping] = useState(false);
  const name = names.name(criterion.name);
  const presses = pressesOf(criterion);
  const shown = value === null ? null : names.value(criterion, value);
  const press = (by: number) => {
    const size = showThousandths(Math.abs(by), 3).replace(/\.?0+$/, '');
    const isAtEnd = value !== null && stepBy(criterion, value, by) === value;
    return (
      <button
        key={by}
        type="button"
        className={styles.press}
        aria-label={by < 0 ? t`${name} 减 ${size}` : t`${name} 加 ${size}`}
        disabled={isAtEnd}
        onClick={() => onChange(stepBy(criterion, value, by))}
      >
        {by < 0 ? '−' : '+'}
        {size}
      </button>
    );
  };
  const falling = [...presses];
  falling.reverse();
  const slideTo = (text: string): void => onChange(snap(criterion, Number(text)));

  return (
    <section className={cx(styles.criterion, !isNarrow && styles.roomy)} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.name} dir="auto">
          {name}
        </h3>
        <span className={styles.range}>
          {names.range(criterion)}
          {criterion.weight !== 1_000 && (
            <>
              {' · '}
              <Trans>权重 {showThousandths(criterion.weight, 3).replace(/\.?0+$/, '')}</Trans>
            </>
          )}
        </span>
      </div>
      <div className={styles.presses} role="group" aria-labelledby={id}>
        <div className={styles.down}>{falling.map((by) => press(-by))}</div>
        <button
          type="button"
          className={cx(styles.value, value === null && styles.blank)}
          aria-label={shown === null ? t`${name}：未打分，打开数字键盘` : t`${name}：${shown}，打开数字键盘`}
          onClick={() => setIsTyping(true)}
        >
          {shown ?? '—'}
        </button>
        <div className={styles.up}>{presses.map((by) => press(by))}</div>
      </div>
      <input
        type="range"
        className={cx(styles.slider, value === null && styles.unset)}
        aria-label={t`${name}，滑动打分`}
        aria-valuetext={shown ?? t`未打分`}
        min={criterion.min}
        max={topOf(criterion)}
        step={criterion.step}
        value={value ?? middleOf(criterion)}
        style={{ '--filled': value === null ? '0%' : `${shareOf(criterion, value)}%` } as React.CSSProperties}
        onChange={({ target }) => slideTo(target.value)}
        // A touch on the very middle of an empty slider changes nothing that a browser would report.
        onPointerUp={({ currentTarget }) => value === null && slideTo(currentTarget.value)}
      />
      {isTyping && (
        <Keypad criterion={criterion} value={value} onEnter={onChange} onClose={() => setIsTyping(false)} />
      )}
    </section>
  );
}

/** How far along the slider; a place on the screen, not a figure. */
const shareOf = ({ min, max }: Criterion, value: number): number =>
  ((value - min) * 100) / Math.max(1, max - min);
