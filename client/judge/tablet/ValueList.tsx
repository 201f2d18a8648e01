import type { Criterion } from '#shared/model/ruleset.ts';
import type { Values } from '#shared/model/scorecard.ts';
import { useNames } from '../grid/use-names.ts';
import styles from './ValueList.module.css';

/** A card's values, to be read. */
export function ValueList({ criteria, values }: { criteria: readonly Criterion[]; values: Values }) {
  const names = useNames();
  return (
    <dl className={styles.list}>
      {criteria.map((criterion) => {
        const value = values[criterion.id];
        return (
          <div key={criterion.id} className={styles.line}>
            <dt dir="auto">
              {names.name(criterion.name)} <span className={styles.range}>{names.range(criterion)}</span>
            </dt>
            <dd className={styles.value}>{value === undefined ? '—' : names.value(criterion, value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
