import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import formStyles from '../parts/form.module.css';
import { OrderList } from '../parts/OrderList.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { useRun } from '../parts/use-run.ts';

type Props = {
  round: Round;
  tied: readonly ContestantId[];
  nameOf: (id: string) => string;
  onChange: () => void;
  onClose: () => void;
};

/** SC-14: the head judge's order of those who are equal, with the reason. */
export function TieSheet({ round, tied, nameOf, onChange, onClose }: Props) {
  const run = useRun();
  const [order, setOrder] = useState<readonly ContestantId[]>(tied);
  const [reason, setReason] = useState('');
  const decide = async (): Promise<void> => {
    if ((await run('tie:decide', { roundId: round.id, order: [...order], reason })) === null) return;
    onChange();
    onClose();
  };
  return (
    <Sheet title={<Trans>裁定平分</Trans>} onClose={onClose}>
      <div className={formStyles.form}>
        <p className={formStyles.note}>
          <Trans>只在分数和前面各步都相等时起作用；排在前面的名次在前。</Trans>
        </p>
        <OrderList order={order} nameOf={nameOf} onChange={setOrder} />
        <ReasonField value={reason} onChange={setReason} />
        <div className={formStyles.actions}>
          <Button onClick={onClose}>
            <Trans>先不</Trans>
          </Button>
          <Act tone="danger" disabled={reason.trim() === ''} onPress={decide}>
            <Trans>按这个顺序</Trans>
          </Act>
        </div>
      </div>
    </Sheet>
  );
}
