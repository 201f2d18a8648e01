import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { cx } from '../../../ui/cx.ts';
import { useClient } from '../../../ui/live/client-context.ts';
import { useNow } from '../../../ui/live/use-now.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import { contestantName } from '../parts/names.ts';
import { Sure } from '../parts/Sure.tsx';
import { useDo } from '../parts/use-do.ts';
import { clock } from '../plan/sentences.ts';
import styles from './desk.module.css';
import { TimeSheet } from './TimeSheet.tsx';
import { elapsedMs, type Lamp, lampOf, watchText } from './watch.ts';

type Props = { contest: Contest; round: Round; entryId: Round['entries'][number]['id'] };

/** SC-9: one watch for the contest, in the server's time; the jury hears nothing of it. */
export function StopwatchBox({ contest, round, entryId }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const client = useClient();
  const [isCorrecting, setIsCorrecting] = useState(false);
  useNow(100);
  const { stopwatch } = contest;
  const isMine = stopwatch?.roundId === round.id && stopwatch.entryId === entryId;
  const isRunning = stopwatch?.startedAt != null;
  const ms = isMine && stopwatch ? elapsedMs(stopwatch, client.now()) : 0;
  const { time } = round.rules;
  const lamp = lampOf(time, ms);
  const words: Record<Lamp, string> = {
    off: t`未开始`,
    running: isRunning ? t`计时中` : t`已停`,
    near: t`快到时间`,
    due: t`时间到`,
    over: t`已超时`,
  };
  if (isRunning && !isMine && stopwatch) {
    return (
      <div className={common.row}>
        <span className={common.note}>
          <Trans>秒表正为 {contestantName(contest, stopwatch.entryId)} 计时</Trans>
        </span>
        <Act size="small" onPress={() => act('timer:stop', {})}>
          <Trans>停表</Trans>
        </Act>
      </div>
    );
  }
  const start = (): Promise<unknown> => act('timer:start', { roundId: round.id, entryId });
  return (
    <div className={common.tight}>
      <p className={styles.clock} role="timer" aria-label={t`用时`}>
        {watchText(ms)}
      </p>
      <p className={styles.lamp}>
        <span className={cx(styles.bulb, lamp !== 'off' && styles[lamp])} aria-hidden="true" />
        {words[lamp]}
        {time?.maxSeconds != null && (
          <span className={common.note}>
            <Trans>限时 {clock(time.maxSeconds)}</Trans>
          </span>
        )}
      </p>
      <div className={common.row}>
        {isRunning ? (
          <Act size="small" onPress={() => act('timer:stop', {})}>
            <Trans>停表</Trans>
          </Act>
        ) : (
          <Act size="small" onPress={start}>
            {ms === 0 ? <Trans>开始计时</Trans> : <Trans>继续计时</Trans>}
          </Act>
        )}
        {ms > 0 && (
          <Sure sure={<Trans>确认归零</Trans>} onSure={() => act('timer:reset', {})}>
            <Trans>归零</Trans>
          </Sure>
        )}
        <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setIsCorrecting(true)}>
          <Trans>更正用时</Trans>
        </Button>
      </div>
      {isCorrecting && (
        <TimeSheet contest={contest} round={round} entryId={entryId} onClose={() => setIsCorrecting(false)} />
      )}
    </div>
  );
}
