import { useLingui } from '@lingui/react/macro';
import type { ContestantId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './OrderList.module.css';
import { raised } from './ties.ts';

type Props = {
  order: readonly ContestantId[];
  nameOf: (id: string) => string;
  onChange: (order: ContestantId[]) => void;
};

/** An order, changed a place at a time. */
export function OrderList({ order, nameOf, onChange }: Props) {
  const { t } = useLingui();
  return (
    <ol className={styles.order}>
      {order.map((id, index) => (
        <li key={id} className={styles.line}>
          <span className={styles.name}>
            {index + 1}. {nameOf(id)}
          </span>
          <Button
            aria-label={t`${nameOf(id)} 上移`}
            disabled={index === 0}
            onClick={() => onChange(raised(order, index))}
          >
            ↑
          </Button>
          <Button
            aria-label={t`${nameOf(id)} 下移`}
            disabled={index === order.length - 1}
            onClick={() => onChange(raised(order, index + 1))}
          >
            ↓
          </Button>
        </li>
      ))}
    </ol>
  );
}
