import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './CardPanel.module.css';
import { isOpenState } from './card-state.ts';
import { Conflict } from './Conflict.tsx';
import { Performer } from './Performer.tsx';
import { ReadCard } from './ReadCard.tsx';
import { Refused } from './Refused.tsx';
import { WriteCard } from './WriteCard.tsx';
import type { EntryView } from './use-cards.ts';

type Props = {
  round: Round;
  entry: EntryView;
  entries: readonly EntryView[];
  called: EntryView | null;
  onShow: (id: ContestantId | null) => void;
};

/** One entry's card: to be filled in, to be read, or to be decided about. */
export function CardPanel({ round, entry, entries, called, onShow }: Props) {
  const isElsewhere = called !== null && called.key.entryId !== entry.key.entryId;
  return (
    <div className={styles.panel}>
      <div className={styles.back}>
        <Button tone="quiet" onClick={() => onShow(null)}>
          <Trans>← 名单</Trans>
        </Button>
      </div>
      {isElsewhere && (
        <div className={styles.called}>
          <span>
            <Trans>
              现在台上是 {called.place} 号 <strong>{called.contestant?.name}</strong>
            </Trans>
          </span>
          <Button onClick={() => onShow(called.key.entryId)}>
            <Trans>翻到这一位</Trans>
          </Button>
        </div>
      )}
      <Performer entry={entry} isOnStage={called?.key.entryId === entry.key.entryId} />
      <Body round={round} entry={entry} entries={entries} />
    </div>
  );
}

function Body({ round, entry, entries }: Pick<Props, 'round' | 'entry' | 'entries'>) {
  const trouble = entry.item?.trouble;
  if (trouble?.kind === 'conflict') return <Conflict round={round} entry={entry} theirs={trouble.theirs} />;
  if (trouble?.kind === 'refused') return <Refused round={round} entry={entry} trouble={trouble} />;
  const isOpen = round.status === 'open' && isOpenState(entry.state);
  if (isOpen) return <WriteCard round={round} entry={entry} entries={entries} />;
  return <ReadCard round={round} entry={entry} entries={entries} />;
}
