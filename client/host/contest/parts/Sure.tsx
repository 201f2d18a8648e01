import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/parts/Button.tsx';
import { Act } from '../../parts/Act.tsx';
import common from './common.module.css';

type Props = {
  children: ReactNode;
  /** What the second press says. */
  sure: ReactNode;
  label?: string;
  onSure: () => Promise<unknown>;
};

/** The button that asked is gone; the focus goes on with the one that acts. */
const focusFirst = (row: HTMLElement | null): void => row?.querySelector('button')?.focus();

/** For what is not easily put right: the first press asks, the second does it. */
export function Sure({ children, sure, label, onSure }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button size="small" tone="quiet" aria-label={label} onClick={() => setIsAsking(true)}>
        {children}
      </Button>
    );
  }
  return (
    <span ref={focusFirst} className={common.row}>
      <Act size="small" tone="danger" onPress={() => onSure().then(() => setIsAsking(false))}>
        {sure}
      </Act>
      <Button size="small" tone="quiet" onClick={() => setIsAsking(false)}>
        <Trans>先不</Trans>
      </Button>
    </span>
  );
}
