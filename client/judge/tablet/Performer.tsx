import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { cardStateWords } from './card-state.ts';
import styles from './Performer.module.css';
import type { EntryView } from './use-cards.ts';

/** Whom the card is about. */
export function Performer({ entry, isOnStage }: { entry: EntryView; isOnStage: boolean }) {
  const { t } = useLingui();
  const { contestant, place, title, state } = entry;
  return (
    <div className={styles.performer}>
      {contestant?.photo && (
        <img
          className={styles.photo}
          src={`/api/v1/photos/${contestant.photo}`}
          alt=""
          width="72"
          height="72"
        />
      )}
      <div className={styles.words}>
        <h2 className={styles.name} dir="auto">
          <span className={styles.place}>{String(place).padStart(2, '0')}</span> {contestant?.name}
        </h2>
        <p className={styles.about} dir="auto">
          {[title, contestant?.organisation].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={styles.badges}>
        {isOnStage && (
          <Badge tone="live">
            <LiveDot />
            <Trans>台上</Trans>
          </Badge>
        )}
        <Badge
          tone={state === 'conflict' || state === 'refused' ? 'alert' : state === 'draft' ? 'gold' : 'quiet'}
        >
          {t(cardStateWords[state])}
        </Badge>
      </div>
    </div>
  );
}
