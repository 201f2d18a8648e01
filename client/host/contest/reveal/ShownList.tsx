import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { Shown } from '#shared/model/reveal.ts';
import { cx } from '../../../ui/cx.ts';
import common from '../parts/common.module.css';
import styles from './reveal.module.css';
import { shownWords } from './words.ts';

/** How many steps are seen at a glance; the earlier ones are folded away. */
const RECENT = 8;

type Numbered = { one: Shown; number: number };

/** What the hall has seen, the newest first. */
export function ShownList({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const all: Numbered[] = round.shown.map((one, index) => ({ one, number: index + 1 }));
  all.reverse();
  if (all.length === 0) return null;
  const earlier = all.slice(RECENT);
  return (
    <section className={common.tight} aria-label={t`已经揭晓的`}>
      <h3 className={common.title}>
        <Trans>已经揭晓的</Trans>
      </h3>
      <Steps contest={contest} steps={all.slice(0, RECENT)} />
      {earlier.length > 0 && (
        <details>
          <summary className={common.note}>
            <Trans>更早的 {earlier.length} 步</Trans>
          </summary>
          <Steps contest={contest} steps={earlier} />
        </details>
      )}
    </section>
  );
}

function Steps({ contest, steps }: { contest: Contest; steps: readonly Numbered[] }) {
  const { t } = useLingui();
  return (
    <ol className={styles.shown}>
      {steps.map(({ one, number }) => {
        const isCorrected = 'corrected' in one && one.corrected === true;
        return (
          <li key={number} className={cx(isCorrected && styles.corrected)}>
            {number}. {t(shownWords(contest, one, t))}
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
  );
}
