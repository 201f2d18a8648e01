import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { cx } from '../../../ui/cx.ts';
import common from '../parts/common.module.css';
import styles from './reveal.module.css';
import { shownWords } from './words.ts';

/** What the hall has seen, the newest first. */
export function ShownList({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const { shown } = round;
  if (shown.length === 0) return null;
  const newest = shown.map((one, index) => ({ one, number: index + 1 }));
  newest.reverse();
  return (
    <section className={common.tight} aria-label={t`已经揭晓的`}>
      <h3 className={common.title}>
        <Trans>已经揭晓的</Trans>
      </h3>
      <ol className={styles.shown} tabIndex={0} aria-label={t`已经揭晓的，新的在前`}>
        {newest.map(({ one, number }) => {
          const isCorrected = 'corrected' in one && one.corrected === true;
          return (
            <li key={number} className={cx(isCorrected && styles.corrected)}>
              {number}. {t(shownWords(contest, one))}
              {isCorrected && (
                <>
                  {' '}
                  <Trans>（之后有更正）</Trans>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
