import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { Dots } from './Dots.tsx';
import styles from './Title.module.css';

/** Between two steps: what is being done, and what comes of it. */
export function CountingPicture({ round, isSealed }: { round: Round; isSealed: boolean }) {
  const others = round.entries.length;
  return (
    <div className={styles.title}>
      <p className={styles.over}>{isSealed ? <Trans>评分已封存</Trans> : round.title}</p>
      <p className={styles.waiting}>
        <Trans>统分中</Trans>
        <Dots />
      </p>
      <p className={styles.note}>
        {isSealed ? (
          <Trans>{others} 位选手的成绩即将揭晓；封存之后，任何一分都不能再改。</Trans>
        ) : (
          <Trans>评委打分全部到齐后，主持人揭晓成绩。</Trans>
        )}
      </p>
    </div>
  );
}
