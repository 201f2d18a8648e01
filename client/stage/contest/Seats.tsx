import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import type { Seat } from '../../ui/contest/reveal.ts';
import { columnsFor } from './columns.ts';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import { useWallSize } from '../frame/use-wall-size.ts';
import { Arrive } from './Arrive.tsx';
import { useArrival } from './arrival.ts';
import styles from './Seats.module.css';

/** As a score mostly looks: `9.35`. */
const GLYPHS = 4;

/** The panel, each judge at one place from the first score to the last. */
export function Seats({ seats }: { seats: readonly Seat[] }) {
  const [width = 16, height = 9] = useWallSize().split('×').map(Number);
  const columns = columnsFor(seats.length, width < height);
  const measures = {
    '--columns': columns,
    '--rows': Math.ceil(seats.length / columns),
    '--glyphs': Math.max(GLYPHS, ...seats.map(({ score }) => score?.length ?? 0)),
  } as CSSProperties;
  return (
    <ol className={styles.seats} style={measures}>
      {seats.map((seat, index) => (
        <li key={seat.key} className={cx(styles.seat, seat.struck && styles.struck)}>
          <p className={styles.head}>
            <span className={styles.name} dir="auto">
              {seat.name || <Trans>评委 {index + 1}</Trans>}
            </span>
            {seat.struck && <Why struck={seat.struck} />}
          </p>
          <Score seat={seat} />
        </li>
      ))}
    </ol>
  );
}

function Score({ seat }: { seat: Seat }) {
  if (seat.score === undefined) {
    return (
      <span className={cx(styles.score, styles.empty)} aria-hidden="true">
        ·
      </span>
    );
  }
  return (
    <Arrive className={styles.score}>
      <span className={styles.value}>{seat.score ?? '—'}</span>
      {seat.score === null && (
        <Hidden>
          <Trans>不打分</Trans>
        </Hidden>
      )}
      {seat.struck && <Line />}
    </Arrive>
  );
}

function Line() {
  const line = useArrival<HTMLSpanElement>({ from: { transform: 'scaleX(0)' }, durationMs: 700 });
  return <span ref={line} className={styles.line} aria-hidden="true" />;
}

function Why({ struck }: { struck: 'high' | 'low' }) {
  const { t } = useLingui();
  return (
    <Arrive className={styles.why} delayMs={500}>
      {struck === 'high' ? t`最高分` : t`最低分`}
    </Arrive>
  );
}
