import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { blankState } from '#shared/rules/fold.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import styles from './Mine.module.css';
import { ownBallots } from './own-ballots.ts';

const NONE = {};

export function OwnBallots() {
  const event = useClientState((state) => state.event ?? blankState);
  const cast = useClientState(({ you }) => you?.ballots ?? NONE);
  const { t } = useLingui();
  const ballots = useMemo(() => ownBallots(event, cast), [event, cast]);
  if (ballots.length === 0) {
    return (
      <p className={styles.note}>
        <Trans>还没有投过票。</Trans>
      </p>
    );
  }
  return (
    <ol className={styles.list}>
      {ballots.map(({ id, question, choices, isOpen }) => (
        <li key={id} className={styles.item}>
          <p className={styles.note} dir="auto">
            {question}
          </p>
          <p dir="auto" className={styles.choice}>
            {choices.join(t`、`)}
          </p>
          <p className={styles.note}>
            {isOpen ? <Trans>已投进票箱，投票进行中</Trans> : <Trans>已计入，投票已结束</Trans>}
          </p>
        </li>
      ))}
    </ol>
  );
}
