import { Trans, useLingui } from '@lingui/react/macro';
import { counterWords } from '../ui/live/words.ts';
import styles from './PortalPage.module.css';

const SHOWN = ['online', 'peak', 'unique', 'participations'] as const;

/** Every figure on the page with its one meaning. */
export function Definitions() {
  const { t } = useLingui();
  return (
    <details className={styles.definitions}>
      <summary>
        <Trans>这些数字怎么算</Trans>
      </summary>
      <dl>
        {SHOWN.map((name) => (
          <div key={name}>
            <dt>{t(counterWords[name].label)}</dt>
            <dd>{t(counterWords[name].definition)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
