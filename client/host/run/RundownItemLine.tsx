import { Trans, useLingui } from '@lingui/react/macro';
import type { RundownItem } from '#shared/model/event.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { overSeconds, takenSeconds } from './rundown.ts';
import styles from './RundownPanel.module.css';
import { useCueWords } from './use-cue-words.ts';

type Props = { item: RundownItem; number: number; canGo: boolean };

/** One item: where it stands, what it sets off, how long it is to take or took. */
export function RundownItemLine({ item, number, canGo }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const words = useCueWords();
  const cues = useEventState(({ desk }) => desk.cues).filter(({ itemId }) => itemId === item.id);
  const isLive = item.status === 'live';
  return (
    <li className={cx(styles.item, styles[item.status])} aria-current={isLive ? 'step' : undefined}>
      <span className={styles.mark}>{isLive ? '▶' : item.status === 'done' ? '✓' : number}</span>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {item.title}
        </p>
        {(item.note || isLive) && (
          <p className={styles.note} dir="auto">
            {isLive && (
              <strong className={styles.now}>
                <Trans>进行中</Trans>
              </strong>
            )}
            {item.note}
          </p>
        )}
        {item.status !== 'done' &&
          cues.map((cue) => (
            <p key={JSON.stringify(cue)} className={styles.cue}>
              {words(cue)}
            </p>
          ))}
      </div>
      <Time item={item} />
      {canGo && !isLive && (
        <span className={styles.go}>
          <Act
            size="small"
            aria-label={t`转到：${item.title}`}
            onPress={() => run('rundown:go', { itemId: item.id })}
          >
            <Trans>转到</Trans>
          </Act>
        </span>
      )}
    </li>
  );
}

function Time({ item }: { item: RundownItem }) {
  const format = useFormat();
  const taken = item.status === 'done' ? takenSeconds(item, item.endedAt ?? 0) : null;
  const over = overSeconds(item, item.endedAt ?? 0);
  if (taken === null) {
    return item.plannedSeconds === null ? null : (
      <span className={styles.time}>{format.duration(item.plannedSeconds)}</span>
    );
  }
  return (
    <span className={styles.time}>
      {format.duration(taken)}
      {over !== null && over !== 0 && (
        <span className={cx(styles.delta, over > 0 && styles.late)}>
          {over > 0 ? '+' : '−'}
          {format.duration(Math.abs(over))}
        </span>
      )}
    </span>
  );
}
