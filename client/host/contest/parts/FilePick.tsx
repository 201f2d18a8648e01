import { type ReactNode, useRef } from 'react';
import { Button } from '../../../ui/parts/Button.tsx';
import styles from './FilePick.module.css';

type Props = {
  label: string;
  accept: string;
  disabled?: boolean;
  onPick: (file: File) => void;
  children: ReactNode;
};

/** A file, chosen by a button that says in the page's own language what it is for. */
export function FilePick({ label, accept, disabled = false, onPick, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label={label}
        className={styles.input}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was put right.
          target.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
}
