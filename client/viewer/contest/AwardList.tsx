import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { awardsOf } from '../../ui/contest/awards-of.ts';
import { personOf } from '../../ui/contest/people.ts';
import { useBilingual } from '../../ui/contest/use-bilingual.ts';
import styles from './AwardList.module.css';

/** Who takes what home, once it has been shown or published. */
export function AwardList({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const nameOf = useBilingual();
  const awards = awardsOf(round);
  if (awards.length === 0) return null;
  return (
    <section aria-label={t`获奖名单`}>
      <h3 className={styles.title}>
        <Trans>获奖名单</Trans>
      </h3>
      <dl>
        {awards.map(({ name, entries }) => (
          <div key={nameOf(name)} className={styles.award}>
            <dt className={styles.prize}>{nameOf(name)}</dt>
            <dd dir="auto">
              {entries.map((id) => personOf(contest, round, id).name).join(t`、`) || <Trans>空缺</Trans>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
