import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { OrderList } from '../parts/OrderList.tsx';
import { useRun } from '../parts/use-run.ts';
import { millionths } from './totals.ts';
import type { EntryView } from './use-cards.ts';

/** SC-14: the tie-break judge's own order, to begin with that of their scores. */
export function TieRank({ round, entries }: { round: Round; entries: readonly EntryView[] }) {
  const run = useRun();
  const [order, setOrder] = useState<readonly ContestantId[] | null>(null);
  const nameOf = (id: string): string =>
    entries.find(({ key }) => key.entryId === id)?.contestant?.name ?? id;
  const begin = (): void => {
    const byScore = [...entries];
    byScore.sort((a, b) => millionths(round.criteria, b.values) - millionths(round.criteria, a.values));
    setOrder(byScore.map(({ key }) => key.entryId));
  };
  const close = (): void => setOrder(null);
  return (
    <>
      <Button onClick={begin}>
        <Trans>平分时的排序…</Trans>
      </Button>
      {order && (
        <Sheet title={<Trans>平分时，你的排序</Trans>} onClose={close}>
          <div className={styles.form}>
            <p className={styles.note}>
              <Trans>你是平分裁定评委：只在得分相等时用到，封分前可以重排。</Trans>
            </p>
            <OrderList order={order} nameOf={nameOf} onChange={setOrder} />
            <Act
              tone="ember"
              onPress={() =>
                run('tie:rank', { roundId: round.id, order: [...order] }).then((done) => done && close())
              }
            >
              <Trans>提交排序</Trans>
            </Act>
          </div>
        </Sheet>
      )}
    </>
  );
}
