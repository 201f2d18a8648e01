import { Trans, useLingui } from '@lingui/react/macro';
import { ExplanationLine } from '../../ui/contest/ExplanationLine.tsx';
import type { EntryReveal, Seat } from '../../ui/contest/reveal.ts';
import { cx } from '../../ui/cx.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import { PersonLine } from './PersonLine.tsx';
import styles from './ScoreSheet.module.css';

/** An entry's scores as they are shown in the hall, and how the figure came about. */
export function ScoreSheet({ reveal }: { reveal: EntryReveal }) {
  const { t } = useLingui();
  const { person, seats, figure, isCorrected } = reveal;
  return (
    <section className={styles.sheet} aria-label={t`台上选手`}>
      <PersonLine person={person} isLarge />
      {seats.length > 0 && (
        <ol className={styles.seats}>
          {seats.map((seat, index) => (
            <li key={seat.key} className={cx(styles.seat, seat.struck && styles.struck)}>
              <span className={styles.judge}>{seat.name || <Trans>评委 {index + 1}</Trans>}</span>
              <Score seat={seat} />
            </li>
          ))}
        </ol>
      )}
      <div role="status">
        {figure ? (
          <>
            <p className={styles.line}>
              <span className={styles.label}>
                {figure.isFinal ? <Trans>最终得分</Trans> : <Trans>评委得分</Trans>}
              </span>
              <span className={styles.figure}>{figure.value ?? '—'}</span>
            </p>
            <p className={styles.note}>
              {figure.value === null ? <Trans>没有有效评分</Trans> : <ExplanationLine figure={figure} />}
            </p>
          </>
        ) : (
          <Badge tone="gold">
            <Trans>统分中</Trans>
          </Badge>
        )}
      </div>
      {isCorrected && (
        <p className={styles.corrected}>
          <Trans>本项成绩已更正，以最终公布为准</Trans>
        </p>
      )}
    </section>
  );
}

function Score({ seat: { score, struck } }: { seat: Seat }) {
  if (score === undefined) return <span className={styles.empty}>·</span>;
  if (score === null) {
    return (
      <span className={styles.empty}>
        <Trans>不打分</Trans>
      </span>
    );
  }
  return (
    <span className={styles.score}>
      {struck ? <s>{score}</s> : score}
      {struck && (
        <Hidden>
          {struck === 'high' ? <Trans>（最高分，去掉）</Trans> : <Trans>（最低分，去掉）</Trans>}
        </Hidden>
      )}
    </span>
  );
}
