import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import type { OwnCard, Values } from '#shared/model/scorecard.ts';
import { cx } from '../../ui/cx.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { showTotal } from '../grid/show-total.ts';
import { useNames } from '../grid/use-names.ts';
import { takesValues } from '../outbox/item.ts';
import { useOutbox } from '../outbox/outbox-context.ts';
import { useRipe } from '../parts/use-ripe.ts';
import { cardStateWords, stateOf } from './card-state.ts';
import styles from './Conflict.module.css';
import type { EntryView } from './use-cards.ts';

type Props = { round: Round; entry: EntryView; theirs: OwnCard | null };

/** Two records of one card, side by side. Neither replaces the other before somebody says so. */
export function Conflict({ round, entry, theirs }: Props) {
  const { t } = useLingui();
  const names = useNames();
  const outbox = useOutbox();
  const isRipe = useRipe();
  const { key, values, item } = entry;
  const other = theirs?.values ?? {};
  const canKeep = takesValues(theirs ?? undefined);
  const total = (of: Values): string => showTotal(round.criteria, of);
  return (
    <div className={styles.conflict} role="alert">
      <h3 className={styles.title}>
        <Trans>这张评分有两份，请选一份</Trans>
      </h3>
      <p className={styles.note}>
        {canKeep ? (
          <Trans>另一台设备或工作人员改过这张评分。在你选择之前，两份都不会丢。</Trans>
        ) : (
          <Trans>服务器上的一份已经不能改了。要更正，请告诉评委主席。</Trans>
        )}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>评分项</Trans>
            </th>
            <th scope="col">
              <Trans>这台设备</Trans>
            </th>
            <th scope="col">
              <Trans>服务器</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {round.criteria.map((criterion) => {
            const [mine, known] = [values[criterion.id], other[criterion.id]];
            return (
              <tr key={criterion.id} className={cx(mine !== known && styles.differs)}>
                <th scope="row" dir="auto">
                  {names.name(criterion.name)}
                </th>
                <td>{mine === undefined ? '—' : names.value(criterion, mine)}</td>
                <td>{known === undefined ? '—' : names.value(criterion, known)}</td>
              </tr>
            );
          })}
          <tr className={styles.total}>
            <th scope="row">
              <Trans>总分</Trans>
            </th>
            <td>{total(values)}</td>
            <td>{total(other)}</td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>状态</Trans>
            </th>
            <td>{item?.isSigned ? t(cardStateWords.signing) : t(cardStateWords.draft)}</td>
            <td>{t(cardStateWords[stateOf(theirs ?? undefined, undefined, false, false)])}</td>
          </tr>
        </tbody>
      </table>
      <div className={styles.actions}>
        {canKeep && (
          <Button disabled={!isRipe} onClick={() => outbox.keepMine(key)}>
            <Trans>用这台设备的</Trans>
          </Button>
        )}
        <Button disabled={!isRipe} onClick={() => outbox.drop(key)}>
          <Trans>用服务器的</Trans>
        </Button>
      </div>
    </div>
  );
}
