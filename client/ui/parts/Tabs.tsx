import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Tabs.module.css';

type Tab<Name extends string> = { name: Name; label: ReactNode; note?: ReactNode };

type Props<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChange: (name: Name) => void;
};

export const tabId = (name: string): string => `tab-${name}`;
export const panelId = (name: string): string => `panel-${name}`;

/** A tab list; the page gives the panel `id={panelId(name)} role="tabpanel" aria-labelledby={tabId(name)}`. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChange }: Props<Name>) {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ name }) => name === chosen) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    onChange(next.name);
    document.getElementById(tabId(next.name))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map(({ name, label: text, note }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          className={styles.tab}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? panelId(name) : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChange(name)}
          onKeyDown={move}
        >
          {text}
          {note !== undefined && note !== null && <span className={styles.note}>{note}</span>}
        </button>
      ))}
    </div>
  );
}
