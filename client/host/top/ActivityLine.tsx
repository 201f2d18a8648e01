import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { DeskAct } from '#shared/model/desk.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { wordsOf } from './act-words.ts';
import styles from './ActivityLine.module.css';

/** Who did what last at this desk, and at every other one. */
export function ActivityLine() {
  const acts = useEventState(({ desk }) => desk.acts);
  const [isOpen, setIsOpen] = useState(false);
  const last = acts.at(-1);
  if (!last) return <div />;
  return (
    <footer className={styles.place}>
      <button type="button" className={styles.line} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <ActWords act={last} />
        <span className={styles.more}>
          <Trans>操作记录</Trans>
        </span>
      </button>
      {isOpen && (
        <Sheet title={<Trans>操作记录</Trans>} onClose={() => setIsOpen(false)}>
          <ol className={styles.acts}>
            {acts.toReversed().map((act) => (
              <li key={`${act.at} ${act.type} ${act.about}`} className={styles.act}>
                <ActWords act={act} />
              </li>
            ))}
          </ol>
        </Sheet>
      )}
    </footer>
  );
}

function ActWords({ act }: { act: DeskAct }) {
  const { t } = useLingui();
  const format = useFormat();
  const isMine = useClientState(({ you }) => you?.id === act.by);
  const { words, about } = wordsOf(act);
  return (
    <>
      <time className={styles.time} dateTime={new Date(act.at).toISOString()}>
        {format.time(act.at)}
      </time>
      <span className={styles.words} dir="auto">
        <strong className={styles.name}>{isMine ? t`你` : act.name}</strong> {t(words)}
        {about && <span className={styles.about}> {about}</span>}
      </span>
    </>
  );
}
