import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { CriterionId } from '#shared/model/ids.ts';
import { problemWith } from '#shared/rules/contest/values.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { showTotal } from '../grid/show-total.ts';
import { CriterionControl } from '../grid/CriterionControl.tsx';
import { useOutbox } from '../outbox/outbox-context.ts';
import { Ruler } from './Ruler.tsx';
import { Review } from './Review.tsx';
import { StepAside } from './StepAside.tsx';
import { TotalRange } from './TotalRange.tsx';
import type { EntryView } from './use-cards.ts';
import styles from './WriteCard.module.css';

type Props = { round: Round; entry: EntryView; entries: readonly EntryView[] };

/** A card under the hand: every change is kept at once. */
export function WriteCard({ round, entry, entries }: Props) {
  const outbox = useOutbox();
  const [isReviewing, setIsReviewing] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const { key, values, card } = entry;
  const missing = round.criteria.filter(({ id }) => values[id] === undefined).length;
  const isWhole = problemWith(round, values, 'signed') === null;
  const change = (id: CriterionId, value: number): void =>
    outbox.write(key, round.ruleHash, { ...values, [id]: value });

  return (
    <>
      <div className={styles.body}>
        {card?.reason && card.status === 'draft' && (
          <p className={styles.note}>
            <Trans>退回原因：{card.reason}</Trans>
          </p>
        )}
        <Ruler round={round} entry={entry} entries={entries} />
        {round.criteria.map((criterion) => (
          <CriterionControl
            key={criterion.id}
            criterion={criterion}
            value={values[criterion.id] ?? null}
            onChange={(value) => change(criterion.id, value)}
          />
        ))}
        <div className={styles.aside}>
          <Button tone="quiet" onClick={() => setIsLeaving(true)}>
            <Trans>回避或弃权…</Trans>
          </Button>
        </div>
      </div>
      <footer className={styles.foot}>
        <div className={styles.total} aria-live="off">
          <span className={styles.label}>
            <Trans>总分</Trans>
          </span>
          <span className={styles.figure}>
            {Object.keys(values).length === 0 ? '—' : showTotal(round.criteria, values)}
          </span>
          <span className={styles.label}>
            {missing > 0 ? <Plural value={missing} other="还差 # 项" /> : <TotalRange round={round} />}
          </span>
        </div>
        <Button tone="ember" disabled={!isWhole} onClick={() => setIsReviewing(true)}>
          <Trans>复核</Trans>
        </Button>
      </footer>
      {isReviewing && <Review round={round} entry={entry} onClose={() => setIsReviewing(false)} />}
      {isLeaving && <StepAside entry={entry} onClose={() => setIsLeaving(false)} />}
    </>
  );
}
