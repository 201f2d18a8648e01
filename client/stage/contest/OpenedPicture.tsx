import { Plural, Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Fit } from '../frame/Fit.tsx';
import { hasShortPhrases } from '../frame/phrases.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Title.module.css';

/** A round has opened: which one, how many take part, how many judge. */
export function OpenedPicture({ round }: { round: Round }) {
  const title = useEventState(({ contest }) => contest?.title ?? '');
  return (
    <div className={styles.title}>
      <p className={styles.over}>{round.title}</p>
      <Fit className={styles.fit} least={0.4}>
        <h1 className={cx(styles.name, hasShortPhrases(title) && styles.phrases)} dir="auto">
          {title}
        </h1>
      </Fit>
      <p className={styles.line}>
        <Plural value={round.entries.length} other="# 位选手" />
        {round.panel.length > 0 && (
          <>
            {' · '}
            <Plural value={round.panel.length} other="# 位评委" />
          </>
        )}
      </p>
      <p className={styles.note}>
        <Trans>评分规则已锁定，下方是它的指纹，赛后人人可核对。</Trans>
      </p>
    </div>
  );
}
