import { Trans, useLingui } from '@lingui/react/macro';
import type { Podium } from '../../ui/contest/podium.ts';
import styles from './StandingsTable.module.css';

/** The places as they have been announced, best first. */
export function PodiumList({ podium }: { podium: Podium }) {
  const { t } = useLingui();
  const shown = [...podium.top, ...podium.others].filter(({ state }) => state !== 'waiting');
  return (
    <section className={styles.table} aria-label={t`名次揭晓`}>
      <h3 className={styles.title}>
        <Trans>名次揭晓</Trans>
      </h3>
      <ol>
        {shown.map(({ rank, holders }) =>
          holders.length === 0 ? (
            <li key={rank} className={styles.row}>
              <span className={styles.rank}>{rank}</span>
              <span className={styles.note}>
                <Trans>空缺（前面有并列）</Trans>
              </span>
            </li>
          ) : (
            holders.map(({ person, figure }) => (
              <li key={person.id} className={styles.row}>
                <span className={styles.rank}>{rank}</span>
                <span className={styles.who}>
                  <span className={styles.name} dir="auto">
                    {person.name}
                  </span>
                  <span className={styles.note} dir="auto">
                    {person.organisation}
                  </span>
                </span>
                <span className={styles.figure}>{figure}</span>
              </li>
            ))
          ),
        )}
      </ol>
    </section>
  );
}
