import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '../../../ui/cx.ts';
import styles from './HoldButton.module.css';

const HOLD_MS = 900;
const ARMED_MS = 4_000;

type Props = {
  onHeld: () => void;
  disabled?: boolean;
  /** What was held is being done: nothing more is taken, and the focus stays where it is. */
  isBusy?: boolean;
  children: ReactNode;
};

/**
 * For what cannot be taken back: held down until it is full, by finger, mouse, Space or Enter. A click without holding,
 * as assistive technology makes one, asks for a second one instead.
 */
export function HoldButton({ onHeld, disabled = false, isBusy = false, children }: Props) {
  const [isHeld, setIsHeld] = useState(false);
  const [isArmed, setIsArmed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasPressed = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const begin = (): void => {
    if (disabled || isBusy || isHeld) return;
    wasPressed.current = true;
    setIsHeld(true);
    setIsArmed(false);
    timer.current = setTimeout(() => {
      setIsHeld(false);
      onHeld();
    }, HOLD_MS);
  };
  const end = (): void => {
    clearTimeout(timer.current);
    setIsHeld(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) begin();
  };
  const onClick = (): void => {
    if (wasPressed.current) {
      wasPressed.current = false;
      return;
    }
    if (isBusy) return;
    clearTimeout(timer.current);
    if (isArmed) onHeld();
    else timer.current = setTimeout(() => setIsArmed(false), ARMED_MS);
    setIsArmed(!isArmed);
  };
  return (
    <button
      type="button"
      className={cx(styles.hold, isHeld && styles.held)}
      disabled={disabled}
      aria-busy={isBusy}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onKeyUp={end}
      onBlur={end}
      onClick={onClick}
    >
      <span className={styles.fill} aria-hidden="true" />
      <span className={styles.words}>{isArmed ? <Trans>再按一次确认</Trans> : children}</span>
    </button>
  );
}
