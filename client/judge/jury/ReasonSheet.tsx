import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { ReasonField } from '../parts/ReasonField.tsx';

type Props = {
  title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  note: ReactNode;
  action: ReactNode;
  hasReason?: boolean;
  /** Answers null when it was refused. */
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** A second look, with the reason where one goes on record. */
export function ReasonSheet({ title, note, action, hasReason = true, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('');
  const confirm = async (): Promise<void> => {
    if ((await onConfirm(reason)) !== null) onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={styles.form}>
        <p>{note}</p>
        {hasReason && <ReasonField value={reason} onChange={setReason} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>先不</Trans>
          </Button>
          <Act tone="danger" disabled={hasReason && reason.trim() === ''} onPress={confirm}>
            {action}
          </Act>
        </div>
      </div>
    </Sheet>
  );
}
