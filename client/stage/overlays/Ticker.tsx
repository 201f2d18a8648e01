import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { pruneRows } from '../../ui/live/prune-rows.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import { tickerRows } from './ticker-rows.ts';
import styles from './Ticker.module.css';

/** Letters are to be read, not chased: so many of their own heights a second. */
const HEIGHTS_PER_SECOND = 3.2;

/** The latest comments along the bottom, the pin before them. A round takes the newest when it begins. */
export function Ticker({ isMoving }: { isMoving: boolean }) {
  const client = useClient();
  const rows = useClientState((state) => state.rows);
  const pinned = useEventState((state) => state.pinned);
  const [taken, setTaken] = useState(() => tickerRows(rows));
  const isStill = useReducedMotion();
  const strip = useRef<HTMLDivElement>(null);
  // Taken back is gone at once, whatever the round; with nothing to read, the newest are taken at once.
  const shown = taken.length === 0 || isStill ? tickerRows(rows) : pruneRows(taken, rows);

  useLayoutEffect(() => {
    const element = strip.current;
    if (!element || isStill) return;
    const height = Number.parseFloat(getComputedStyle(element).fontSize);
    const seconds = element.scrollWidth / 2 / (height * HEIGHTS_PER_SECOND);
    element.style.setProperty('--round', `${Math.max(8, seconds).toFixed(1)}s`);
  });

  if (shown.length === 0 && !pinned) return null;
  const copies = isStill ? [0] : [0, 1];
  return (
    <div className={styles.ticker}>
      <div
        ref={strip}
        className={cx(styles.strip, isStill && styles.still, !isMoving && styles.paused)}
        onAnimationIteration={() => setTaken(tickerRows(client.getSnapshot().rows))}
      >
        {copies.map((copy) => (
          <p key={copy} className={styles.copy} aria-hidden={copy === 1}>
            {pinned && <Line isPin name={pinned.author.name} text={pinned.text} />}
            {shown.map((row: CommentRow) => (
              <Line key={row.key} name={row.author.name} text={row.text} />
            ))}
          </p>
        ))}
      </div>
    </div>
  );
}

function Line({ name, text, isPin = false }: { name: string; text: string; isPin?: boolean }) {
  const { t } = useLingui();
  return (
    <span className={cx(styles.line, isPin && styles.pin)} dir="auto">
      <span className={styles.name}>{name || t`观众`}</span> {text}
    </span>
  );
}
