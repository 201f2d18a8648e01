import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CommentId } from '#shared/model/ids.ts';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { isForDesk } from './desk-keys.ts';
import { type Hide, UndoContextProvider } from './undo.ts';
import styles from './UndoProvider.module.css';

const OFFERED_MS = 10_000;

type Offer = { id: CommentId; text: string };

/** Hides with a way back: a bar for ten seconds, and the key U for the last one hidden at this desk. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const run = useRun();
  const [offer, setOffer] = useState<Offer | null>(null);
  const last = useRef<Offer | null>(null);

  const hide = useCallback<Hide>(
    async (row) => {
      if (!row?.id || (await run('comment:hide', { commentId: row.id })) === null) return;
      last.current = { id: row.id, text: row.text };
      setOffer(last.current);
    },
    [run],
  );
  const undo = useCallback(async () => {
    const hidden = last.current;
    if (!hidden) return;
    if ((await run('comment:restore', { commentId: hidden.id })) === null) return;
    last.current = null;
    setOffer(null);
  }, [run]);

  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => setOffer(null), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [offer]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'u' && isForDesk(event)) void undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);

  return (
    <UndoContextProvider value={hide}>
      {children}
      <div role="status" className={styles.place}>
        {offer && (
          <div key={offer.id} className={styles.bar}>
            <p className={styles.text}>
              <Trans>已隐藏：{offer.text}</Trans>
            </p>
            <Act size="small" onPress={undo}>
              <Trans>撤销（U）</Trans>
            </Act>
            <span className={styles.left} aria-hidden="true" />
          </div>
        )}
      </div>
    </UndoContextProvider>
  );
}
