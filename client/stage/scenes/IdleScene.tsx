import { Trans, useLingui } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords, eventStatusWords } from '../../ui/live/words.ts';
import { EmberMark } from '../../ui/parts/EmberMark.tsx';
import drift from '../frame/Drift.module.css';
import { Fit } from '../frame/Fit.tsx';
import { hasShortPhrases } from '../frame/phrases.ts';
import { JoinRail } from '../frame/JoinRail.tsx';
import { Rolling } from '../frame/Rolling.tsx';
import styles from './IdleScene.module.css';

/** The waiting picture: the name of the evening, the way in, who is here. It drifts, so that nothing burns in. */
export function IdleScene() {
  const event = useEventState((state) => state.event);
  const isOver = event.status === 'ended';
  return (
    <div className={cx(styles.idle, drift.drift)}>
      <div className={styles.words}>
        <EmberMark className={styles.mark} />
        <Fit className={styles.name} least={0.42}>
          <h1 className={cx(styles.title, hasShortPhrases(event.title) && styles.phrases)} dir="auto">
            {event.title}
          </h1>
          {event.summary && (
            <p className={styles.summary} dir="auto">
              {event.summary}
            </p>
          )}
        </Fit>
        {isOver ? <Thanks /> : <Waiting />}
      </div>
      {!isOver && <JoinRail isLarge title={<Trans>扫码进入现场</Trans>} />}
    </div>
  );
}

function Waiting() {
  const { t } = useLingui();
  const format = useFormat();
  const { status, startsAt } = useEventState((state) => state.event);
  const online = useEventState(({ gauges }) => gauges.viewers.online);
  return (
    <p className={styles.line}>
      {status === 'scheduled' ? (
        <span className={styles.gold}>
          {startsAt === null ? (
            t(eventStatusWords.scheduled)
          ) : (
            <Trans>{format.dateTime(startsAt)} 开始</Trans>
          )}
        </span>
      ) : (
        <span className={styles.live}>{t(eventStatusWords[status])}</span>
      )}
      <span className={styles.count}>
        {t(counterWords.online.label)} <Rolling value={online} />
      </span>
    </p>
  );
}

function Thanks() {
  const { t } = useLingui();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  return (
    <>
      <p className={styles.thanks}>
        <Trans>活动已结束，感谢每一位参与的人</Trans>
      </p>
      <p className={styles.line}>
        <span className={styles.count}>
          {t(counterWords.unique.label)} <Rolling value={viewers.unique} />
        </span>
        <span className={styles.count}>
          {t(counterWords.participations.label)} <Rolling value={viewers.participations} />
        </span>
      </p>
    </>
  );
}
