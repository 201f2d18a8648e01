import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import { obstacles } from './cards.ts';
import styles from './desk.module.css';
import { ObstacleWords } from './ObstacleWords.tsx';

/** Ends scoring, once nothing stands in the way. */
export function SealBox({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [isSure, setIsSure] = useState(false);
  if (round.status !== 'open') {
    return (
      <section className={styles.box} aria-label={t`封存`}>
        <p>
          <Trans>已封存：评分和票数都不再变。要启封，请评委主席在自己的页面上写明理由。</Trans>
        </p>
      </section>
    );
  }
  const found = obstacles(contest, round);
  return (
    <section className={styles.box} aria-label={t`封存`}>
      <h3 className={common.title}>
        <Trans>封存</Trans>
      </h3>
      {found.length === 0 ? (
        <p className={common.good}>
          <Trans>都齐了，可以封存。</Trans>
        </p>
      ) : (
        <ul className={styles.list} aria-label={t`封存前还差`}>
          {found.map((obstacle) => (
            <li key={obstacle.is}>
              <ObstacleWords obstacle={obstacle} />
            </li>
          ))}
        </ul>
      )}
      <Button size="small" disabled={found.length > 0} onClick={() => setIsSure(true)}>
        <Trans>封存这一轮</Trans>
      </Button>
      {isSure && (
        <Confirm
          title={<Trans>封存“{round.title}”？</Trans>}
          action={<Trans>封存</Trans>}
          onClose={() => setIsSure(false)}
          onConfirm={() => act('round:seal', { roundId: round.id }, t`已封存，可以揭晓了`)}
        >
          <Trans>
            评分到此为止，票数计入日志。之后可以揭晓名次和奖项；揭晓之前，只有评委主席能写明理由启封。
          </Trans>
        </Confirm>
      )}
    </section>
  );
}
