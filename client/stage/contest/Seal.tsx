import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { shortHash } from '../../ui/contest/short-hash.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import styles from './Seal.module.css';

/** By what the result can be checked afterwards: the hash of the rules, and who will sign (SC-18, SC-19). */
export function Seal({ round }: { round: Round }) {
  const signer = useEventState(({ contest }) => contest?.signer ?? '');
  if (round.ruleHash === null) return null;
  return (
    <footer className={styles.seal}>
      <span className={styles.item}>
        <span className={styles.label}>
          <Trans>规则</Trans>
        </span>
        <span className={styles.code}>{shortHash(round.ruleHash)}</span>
      </span>
      {signer && (
        <span className={styles.item}>
          <span className={styles.label}>
            <Trans>签名</Trans>
          </span>
          <span className={styles.code}>{signer}</span>
        </span>
      )}
    </footer>
  );
}
