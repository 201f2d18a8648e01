import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import type { Awarded } from '#shared/model/reveal.ts';
import { useBilingual } from '../../ui/contest/use-bilingual.ts';
import { personOf } from '../../ui/contest/people.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Fit } from '../frame/Fit.tsx';
import { Arrive } from './Arrive.tsx';
import styles from './AwardsPicture.module.css';

const STAGGER_MS = 350;

/** Who takes what home, the highest award first. */
export function AwardsPicture({ round, awards }: { round: Round; awards: readonly Awarded[] }) {
  const contest = useEventState((state) => state.contest);
  const nameOf = useBilingual();
  if (!contest) return null;
  return (
    <Fit className={styles.fit} least={0.4}>
      <h1 className={styles.heading}>
        <Trans>获奖名单</Trans>
      </h1>
      <ul className={styles.awards}>
        {awards.map((award, index) => (
          <li key={nameOf(award.name)} className={styles.item}>
            <Arrive className={styles.award} delayMs={index * STAGGER_MS}>
              <span className={styles.prize}>{nameOf(award.name)}</span>
              <span className={styles.winners}>
                {award.entries.length === 0 && (
                  <span className={styles.nobody}>
                    <Trans>空缺</Trans>
                  </span>
                )}
                {award.entries.map((entryId) => {
                  const { id, name, organisation } = personOf(contest, round, entryId);
                  return (
                    <span key={id} className={styles.winner} dir="auto">
                      {name}
                      {award.entries.length <= 2 && organisation && (
                        <span className={styles.organisation}>{organisation}</span>
                      )}
                    </span>
                  );
                })}
              </span>
            </Arrive>
          </li>
        ))}
      </ul>
    </Fit>
  );
}
