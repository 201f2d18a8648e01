import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { showTotal } from '../grid/show-total.ts';
import { isDoneState } from './card-state.ts';
import styles from './Ruler.module.css';
import { millionths, spanOf } from './totals.ts';
import type { EntryView } from './use-cards.ts';

type Props = { round: Round; entry: EntryView; entries: readonly EntryView[] };

/** One's own signed scores on a line, and where this card falls among them: the measure one has used so far. */
export function Ruler({ round, entry, entries }: Props) {
  const { t } = useLingui();
  const others = entries.filter(({ key, state }) => key.entryId !== entry.key.entryId && isDoneState(state));
  if (others.length === 0) return null;
  const scored = others.map(({ values }) => millionths(round.criteria, values));
  const isWhole = round.criteria.every(({ id }) => entry.values[id] !== undefined);
  const own = isWhole ? millionths(round.criteria, entry.values) : null;
  const { low, high } = spanOf(round.criteria, own === null ? scored : [...scored, own]);
  const at = (score: number): string => `${((score - low) * 100) / Math.max(1, high - low)}%`;
  const list = others
    .map(({ contestant, values }) => `${contestant?.name} ${show(round, values)}`)
    .join('，');
  return (
    <figure className={styles.ruler} aria-label={t`我已签的分数：${list}`}>
      <figcaption className={styles.caption}>
        <Trans>我已签的 {others.length} 张</Trans>
      </figcaption>
      <div className={styles.line} aria-hidden="true">
        {others.map(({ key, values, place }) => (
          <span
            key={key.entryId}
            className={styles.tick}
            style={{ left: at(millionths(round.criteria, values)) }}
          >
            <span className={styles.place}>{place}</span>
          </span>
        ))}
        {own !== null && <span className={styles.own} style={{ left: at(own) }} />}
      </div>
      <div className={styles.ends} aria-hidden="true">
        {ends(round, others).map((text, index) => (
          <span key={index}>{text}</span>
        ))}
      </div>
    </figure>
  );
}

const show = (round: Round, values: EntryView['values']): string => showTotal(round.criteria, values);

function ends(round: Round, others: readonly EntryView[]): string[] {
  const byScore = [...others];
  byScore.sort((a, b) => millionths(round.criteria, a.values) - millionths(round.criteria, b.values));
  const [lowest, highest] = [byScore[0], byScore[byScore.length - 1]];
  const line = (entry: EntryView | undefined): string =>
    entry ? `${entry.contestant?.name} ${show(round, entry.values)}` : '';
  return lowest === highest ? [line(lowest)] : [line(lowest), line(highest)];
}
