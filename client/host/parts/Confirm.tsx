import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from './Act.tsx';
import styles from './Confirm.module.css';

type Props = {
  title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  children: ReactNode;
  action: ReactNode;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** A second look before what cannot be undone. */
export function Confirm({ title, children, action, onConfirm, onClose }: Props) {
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={styles.body}>
        <div>{children}</div>
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>先不</Trans>
          </Button>
          <Act tone="danger" onPress={() => onConfirm().then(onClose)}>
            {action}
          </Act>
        </div>
      </div>
    </Sheet>
  );
}
