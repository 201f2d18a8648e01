import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Standings } from '../../ui/contest/standings.ts';
import styles from './StandingsTable.module.css';

/** The audience's votes, from the moment they are shown. */
export function AudienceBars({ standings: { rows, ballots } }: { standings: Standings }) {
  const { t } = useLingui();
  return (
    <section className={styles.table} aria-label={t`观众投票`}>
      <h3 className={styles.title}>
        <Trans>观众投票</Trans>
      </h3>
      {ballots && (
        <p className={styles.note}>
          {ballots.rejected === 0 ? (
            <Trans>共 {ballots.cast} 张选票</Trans>
          ) : (
            <Trans>
              共 {ballots.cast} 张选票，{ballots.rejected} 张存疑未计
            </Trans>
          )}
        </p>
      )}
      <ol>
        {rows.map(({ person, votes, points }) => (
          <li key={person.id} className={styles.row}>
            <span className={styles.rank}>{person.number}</span>
            <span dir="auto">{person.name}</span>
            <span className={styles.figure}>
              <Plural value={votes ?? 0} other="# 票" />
              <span className={styles.note}>
                <Trans>观众分 {points ?? '—'}</Trans>
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
