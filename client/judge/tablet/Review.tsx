import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { showTotal } from '../grid/show-total.ts';
import { useOutbox } from '../outbox/outbox-context.ts';
import { useRipe } from '../parts/use-ripe.ts';
import styles from './Review.module.css';
import type { EntryView } from './use-cards.ts';
import { ValueList } from './ValueList.tsx';

type Props = { round: Round; entry: EntryView; onClose: () => void };

/** The second of two deliberate presses; it ripens first, so that a double tap signs nothing. */
export function Review({ round, entry, onClose }: Props) {
  const outbox = useOutbox();
  const isRipe = useRipe();
  const isLive = useClientState(({ status }) => status === 'live');
  const { key, values, contestant, place } = entry;
  const sign = (): void => {
    outbox.sign(key, round.ruleHash, values);
    onClose();
  };
  return (
    <Sheet
      title={
        <Trans>
          复核：{place} 号 {contestant?.name}
        </Trans>
      }
      onClose={onClose}
    >
      <div className={styles.review}>
        <ValueList criteria={round.criteria} values={values} />
        <p className={styles.total}>
          <Trans>总分</Trans>
          <strong className={styles.figure}>{showTotal(round.criteria, values)}</strong>
        </p>
        <p className={styles.note}>
          {round.rules.confirm === 'auto' ? (
            <Trans>签名后立即锁定，不能再改；要更正须由评委主席提出、另一人确认。</Trans>
          ) : (
            <Trans>签名后由监督员确认，确认后锁定。</Trans>
          )}{' '}
          {!isLive && <Trans>现在没有网络：签名先保存在这台设备上，恢复后自动送出。</Trans>}
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>返回修改</Trans>
          </Button>
          <Button tone="ember" disabled={!isRipe} onClick={sign}>
            {round.rules.confirm === 'auto' ? <Trans>签名并锁定</Trans> : <Trans>签名提交</Trans>}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
