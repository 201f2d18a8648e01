import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../ui/live/client-context.ts';
import { useKeys } from '../../ui/parts/use-keys.ts';
import { allAnswered } from '../use-run.ts';
import { Act } from './Act.tsx';
import { isForDesk } from './desk-keys.ts';
import { type Undoable, UndoContextProvider } from './undo.ts';
import styles from './UndoProvider.module.css';

const OFFERED_MS = 12_000;
/** How many steps U goes back. */
const REMEMBERED = 20;

/** The way back from what was done at this desk: a bar for a while, and the key U, one step after the other. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const [offered, setOffered] = useState<Undoable | null>(null);
  const done = useRef<Undoable[]>([]);

  const offer = useCallback((what: Undoable) => {
    done.current = [...done.current.filter(({ key }) => key !== what.key), what].slice(-REMEMBERED);
    setOffered(what);
  }, []);
  const undo = useCallback(async () => {
    await allAnswered(client); // else U pressed quickly takes back the step before
    const last = done.current.at(-1);
    if (!last || (await last.undo()) === null) return;
    done.current = done.current.filter((other) => other !== last);
    setOffered(null);
  }, [client]);

  useEffect(() => {
    if (!offered) return;
    const timer = setTimeout(() => setOffered(null), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [offered]);
  useKeys((event) => {
    if (event.key.toLowerCase() === 'u' && isForDesk(event)) void undo();
  });

  return (
    <UndoContextProvider value={offer}>
      {children}
      <div role="status" className={styles.place}>
        {offered && (
          <div key={offered.key} className={styles.bar}>
            <p className={styles.text}>{offered.words}</p>
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
