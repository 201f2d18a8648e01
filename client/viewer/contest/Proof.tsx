import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import styles from './Proof.module.css';

/** By what the result can be checked: the rules' hash and the signer's fingerprint, to compare with the hall's screen. */
export function Proof({ round, signer }: { round: Round; signer: string }) {
  if (round.ruleHash === null) return null;
  return (
    <section className={styles.proof}>
      <p>
        <Trans>评分规则开赛前已锁定。下面的指纹和现场大屏、成绩单上的一致，就没有人改过规则。</Trans>
      </p>
      <dl>
        <dt>
          <Trans>规则哈希</Trans>
        </dt>
        <dd className={styles.code}>{round.ruleHash}</dd>
        <dt>
          <Trans>签名指纹</Trans>
        </dt>
        <dd className={styles.code}>{signer}</dd>
      </dl>
    </section>
  );
}
