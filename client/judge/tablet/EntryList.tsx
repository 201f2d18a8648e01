import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { cx } from '../../ui/cx.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Icon } from '../../ui/parts/Icon.tsx';
import { showTotal } from '../grid/show-total.ts';
import { cardStateWords, isDoneState, isOpenState } from './card-state.ts';
import styles from './EntryList.module.css';
import { StateMark } from './StateMark.tsx';
import type { EntryView } from './use-cards.ts';

type Props = {
  round: Round;
  entries: readonly EntryView[];
  calledId: ContestantId | null;
  shownId: ContestantId | null;
  onShow: (id: ContestantId) => void;
};

/** Everyone in draw order, with one's own state and score; whoever is on the stage stands above. */
export function EntryList({ round, entries, calledId, shownId, onShow }: Props) {
  const called = entries.find(({ key }) => key.entryId === calledId);
  const done = entries.filter(({ state }) => isDoneState(state)).length;
  const open = entries.filter(({ state }) => isOpenState(state)).length;
  const row = (entry: EntryView) => (
    <Row
      entry={entry}
      round={round}
      isShown={entry.key.entryId === shownId}
      onShow={() => onShow(entry.key.entryId)}
    />
  );
  return (
    <>
      {called && (
        <div className={styles.called}>
          <h2 className={styles.over}>
            <Trans>台上</Trans>
          </h2>
          {row(called)}
        </div>
      )}
      <h2 className={styles.over}>
        <Trans>
          出场顺序 · 已签 {done}，未签 {open}
        </Trans>
      </h2>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.key.entryId}>{row(entry)}</li>
        ))}
      </ol>
    </>
  );
}

function Row({
  entry,
  round,
  isShown,
  onShow,
}: {
  entry: EntryView;
  round: Round;
  isShown: boolean;
  onShow: () => void;
}) {
  const { t } = useLingui();
  const { state, values, contestant, title, place } = entry;
  const hasScore = Object.keys(values).length > 0;
  const isUnsent = useClientState(({ status }) => status !== 'live') && entry.item !== undefined;
  return (
    <button
      type="button"
      className={cx(styles.row, isShown && styles.shown)}
      aria-current={isShown ? 'true' : undefined}
      onClick={onShow}
    >
      <span className={styles.place}>{String(place).padStart(2, '0')}</span>
      <span className={styles.who}>
        <span className={styles.name} dir="auto">
          {contestant?.name}
        </span>
        <span className={styles.title} dir="auto">
          {title || contestant?.organisation}
        </span>
      </span>
      <span className={styles.end}>
        {hasScore && (
          <span className={cx(styles.score, state === 'draft' && styles.rough)}>
            {showTotal(round.criteria, values)}
          </span>
        )}
        <span className={styles.state}>
          <StateMark state={state} />
          {isUnsent && state === 'draft' ? t`草稿，待送达` : t(cardStateWords[state])}
        </span>
      </span>
      <Icon name="next" size={16} />
    </button>
  );
}
