import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { Trouble } from '../outbox/item.ts';
import { useOutbox } from '../outbox/outbox-context.ts';
import { useRipe } from '../parts/use-ripe.ts';
import styles from './Conflict.module.css';
import type { EntryView } from './use-cards.ts';
import { ValueList } from './ValueList.tsx';

type Props = { round: Round; entry: EntryView; trouble: Extract<Trouble, { kind: 'refused' }> };

/** What the server would not take: why, in its own words, and the values that are still here. */
export function Refused({ round, entry, trouble }: Props) {
  const { t } = useLingui();
  const outbox = useOutbox();
  const isRipe = useRipe();
  return (
    <div className={styles.conflict} role="alert">
      <h3 className={styles.title}>
        {round.status === 'open' ? (
          <Trans>服务器没有接受这张评分</Trans>
        ) : (
          <Trans>评分到达时，这一轮已经结束</Trans>
        )}
      </h3>
      <p className={styles.note}>
        {t(refusalWords[trouble.code])} <span lang="en">({trouble.message})</span>
      </p>
      <ValueList criteria={round.criteria} values={entry.values} />
      <p className={styles.note}>
        <Trans>这些分数还保存在这台设备上。请告诉评委主席或工作人员。</Trans>
      </p>
      <div className={styles.actions}>
        <Button disabled={!isRipe} onClick={() => outbox.keepMine(entry.key)}>
          <Trans>再送一次</Trans>
        </Button>
        <Button disabled={!isRipe} tone="danger" onClick={() => outbox.drop(entry.key)}>
          <Trans>放弃这些分数</Trans>
        </Button>
      </div>
    </div>
  );
}
