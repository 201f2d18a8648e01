import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import type { Standings } from '../../ui/contest/standings.ts';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { resultLink } from '../result/result-link.ts';
import styles from './StandingsTable.module.css';

/** The figures shown so far, or the result; after publishing with the way to the whole of it. */
export function StandingsTable({ round, standings }: { round: Round; standings: Standings }) {
  const { t } = useLingui();
  const slug = useEventState(({ event }) => event.slug);
  const { kind, isWhole, rows } = standings;
  return (
    <section className={styles.table} aria-label={t`排名`}>
      <h3 className={styles.title}>
        {kind !== 'running' ? (
          <Trans>最终排名</Trans>
        ) : isWhole ? (
          <Trans>暂列名次</Trans>
        ) : (
          <Trans>暂列名次 · 评委分</Trans>
        )}
      </h3>
      <ol>
        {rows.map(({ person, rank, figure }) => (
          <li key={person.id} className={cx(styles.row, rank === 1 && kind !== 'running' && styles.first)}>
            <span className={styles.rank}>{rank ?? '—'}</span>
            <span className={styles.who}>
              <span className={styles.name} dir="auto">
                {person.name}
              </span>
              <span className={styles.note} dir="auto">
                {person.organisation}
              </span>
            </span>
            <span className={styles.figure}>
              {figure ?? (
                <span className={styles.note}>
                  {person.status === 'withdrawn' ? <Trans>退赛</Trans> : <Trans>不计名次</Trans>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {round.status === 'published' && (
        <p>
          <a className={styles.link} href={resultLink(slug, round.id)} target="_blank" rel="noreferrer">
            <Trans>查看完整成绩单（可打印、可核验）</Trans>
          </a>
        </p>
      )}
    </section>
  );
}
