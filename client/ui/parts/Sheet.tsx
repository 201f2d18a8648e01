import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './Sheet.module.css';
import { useKeys } from './use-keys.ts';

type Props = {
  title: ReactNode;
  onClose: () => void;
  /** Two columns wide, where the screen is. */
  isRoomy?: boolean;
  children: ReactNode;
  /** What lies behind stays in sight, for what is chosen here shows there. */
  isClear?: boolean;
};

const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex="0"]';

/** A dialog inside the page, as popups are blocked where most viewers are: from below on phones, centred on desktops. */
export function Sheet({ title, onClose, children, isRoomy = false, isClear = false }: Props) {
  const { t } = useLingui();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useKeys((event) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Tab') keepInside(event, sheet.current);
  });

  return (
    <div
      className={cx(styles.veil, isClear && styles.clear)}
      role="presentation"
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={sheet}
        className={cx(styles.sheet, isRoomy && styles.roomy)}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
      >
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <IconButton label={t`关闭`} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </div>
        {/* Whoever has no mouse scrolls by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.body} role="group" aria-labelledby={id} tabIndex={0}>
          {children}
        </div>
      </div>
    </div>
  );
}

function keepInside(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const stops = sheet ? [...sheet.querySelectorAll<HTMLElement>(FOCUSABLE)] : [];
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  const other = event.shiftKey ? stops[stops.length - 1] : stops[0];
  if (document.activeElement !== edge && document.activeElement !== sheet) return;
  event.preventDefault();
  other?.focus();
}
