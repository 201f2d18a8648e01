import { Trans, useLingui } from '@lingui/react/macro';
import { cx } from '../../../ui/cx.ts';
import common from '../parts/common.module.css';
import styles from './plan.module.css';
import type { Unready } from './rules.ts';

/** What has to be there before a round opens. */
export function Ready({ missing }: { missing: readonly Unready[] }) {
  const { t } = useLingui();
  const words: Record<Unready, string> = {
    entries: t`这一轮还没有选手`,
    panel: t`这一轮还没有评委`,
    criteria: t`还没有评分项`,
    rules: t`规则里有矛盾，见“规则”`,
    carry: t`要带入的那一轮还没有公布`,
    ballot: t`观众一张选票最多 20 位选手`,
  };
  if (missing.length === 0) {
    return (
      <p className={common.good}>
        <Trans>都齐了，可以开始。</Trans>
      </p>
    );
  }
  return (
    <ul className={styles.ready} aria-label={t`开始前还差`}>
      {missing.map((what) => (
        <li key={what}>
          <span className={cx(styles.mark, styles.no)} aria-hidden="true">
            !
          </span>
          {words[what]}
        </li>
      ))}
    </ul>
  );
}
