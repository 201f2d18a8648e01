import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { cx } from '../../ui/cx.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { useKeys } from '../../ui/parts/use-keys.ts';
import { showThousandths } from '../grid/figures.ts';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../parts/use-run.ts';
import styles from './Clock.module.css';
import { Correct } from './Correct.tsx';
import { costAt, type Light, lightAt, type Mark, marksOf, showTime } from './lights.ts';
import { useBell } from './use-bell.ts';

type Props = { contest: Contest; round: Round };

const TICK_MS = 100;

export function Clock({ contest, round }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const [chosen, setChosen] = useState<ContestantId | null>(null);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { stopwatch, current } = contest;
  const isRunning = stopwatch?.startedAt != null && stopwatch.roundId === round.id;
  const called = current?.roundId === round.id ? current.entryId : null;
  // A running clock is not talked out of its entry.
  const entryId = isRunning ? stopwatch.entryId : (chosen ?? called ?? round.entries[0]?.id ?? null);
  const isItsClock = stopwatch?.roundId === round.id && stopwatch.entryId === entryId;
  const now = useNow(TICK_MS);
  const startedAt = isItsClock ? stopwatch.startedAt : null;
  const elapsedMs =
    (isItsClock ? stopwatch.elapsedMs : 0) + (startedAt === null ? 0 : Math.max(0, now - startedAt));
  const marks = marksOf(round.rules.time);
  const light = elapsedMs === 0 && !isRunning ? 'off' : lightAt(marks, elapsedMs);
  const bell = useBell(marks, elapsedMs, isRunning);

  const press = (): Promise<unknown> =>
    isRunning || entryId === null
      ? run('timer:stop', {})
      : run('timer:start', { roundId: round.id, entryId });
  useSpace(press);
  if (entryId === null) return null;

  return (
    <div className={cx(styles.clock, styles[light])}>
      <div className={styles.entries}>
        <label className={styles.label} htmlFor="entry">
          <Trans>选手</Trans>
        </label>
        <select
          id="entry"
          className={styles.entry}
          value={entryId}
          disabled={isRunning}
          onChange={({ target }) => setChosen(target.value as ContestantId)}
        >
          {round.entries.map(({ id }, index) => (
            <option key={id} value={id}>
              {index + 1}. {contest.contestants.find((one) => one.id === id)?.name}
              {id === called ? t`（台上）` : ''}
            </option>
          ))}
        </select>
        {called !== null && called !== entryId && !isRunning && (
          <Button onClick={() => setChosen(called)}>
            <Trans>换成台上的选手</Trans>
          </Button>
        )}
      </div>
      <div className={styles.face}>
        <Lights light={light} />
        <p className={styles.time} role="timer" aria-live="off">
          {showTime(elapsedMs)}
        </p>
        <Cost cost={costAt(marks, elapsedMs)} />
      </div>
      <div className={styles.actions}>
        <Act tone={isRunning ? 'plain' : 'ember'} onPress={press}>
          {isRunning ? <Trans>停</Trans> : elapsedMs > 0 ? <Trans>继续</Trans> : <Trans>开始</Trans>}
        </Act>
        <Act
          disabled={isRunning || elapsedMs === 0 || !isItsClock}
          tone="danger"
          onPress={() => run('timer:reset', {})}
        >
          <Trans>归零</Trans>
        </Act>
        <Button onClick={() => setIsCorrecting(true)}>
          <Trans>更正…</Trans>
        </Button>
        <Toggle isOn={bell.isOn} onChange={bell.turn}>
          <Trans>响铃</Trans>
        </Toggle>
      </div>
      <Marks marks={marks} elapsedMs={elapsedMs} />
      {isCorrecting && (
        <Correct contest={contest} round={round} entryId={entryId} onClose={() => setIsCorrecting(false)} />
      )}
    </div>
  );
}

/** The space bar starts and stops, wherever the focus is; on a button it presses that instead. */
function useSpace(press: () => Promise<unknown>): void {
  useKeys((event) => {
    const target = event.target as HTMLElement;
    if (event.key !== ' ' || event.repeat || target.closest('button, input, select, textarea, [role=dialog]'))
      return;
    event.preventDefault();
    void press();
  });
}

/** Three lamps, told apart by place and word as well as by colour. */
function Lights({ light }: { light: Light }) {
  const { t } = useLingui();
  const words = { off: t`灯灭`, green: t`绿灯：时间内`, amber: t`黄灯：快到时间`, red: t`红灯：时间已到` };
  return (
    <div className={styles.lights}>
      {(['green', 'amber', 'red'] as const).map((one) => (
        <span key={one} className={cx(styles.lamp, one === light && styles.lit)} aria-hidden="true" />
      ))}
      <span className={styles.word} role="status">
        {words[light]}
      </span>
    </div>
  );
}

function Cost({ cost }: { cost: number | null | undefined }) {
  if (cost === undefined) return <p className={styles.cost}> </p>;
  return (
    <p className={styles.cost} role="status">
      {cost === null ? <Trans>超时：取消名次</Trans> : <Trans>超时：扣 {points(cost)} 分</Trans>}
    </p>
  );
}

const points = (cost: number): string => showThousandths(cost, 3).replace(/\.?0+$/, '');

/** What lies ahead, and what is past. */
function Marks({ marks, elapsedMs }: { marks: readonly Mark[]; elapsedMs: number }) {
  const { t } = useLingui();
  const words = { off: '', green: t`绿灯`, amber: t`黄灯`, red: t`红灯` };
  return (
    <ol className={styles.marks}>
      {marks.map(({ atMs, light, cost }) => (
        <li key={`${atMs}-${light}`} className={cx(styles.mark, atMs <= elapsedMs && styles.past)}>
          <span>{showTime(atMs).replace(/\.\d$/, '')}</span>{' '}
          <span>{cost === undefined ? words[light] : cost === null ? t`取消名次` : `−${points(cost)}`}</span>
        </li>
      ))}
    </ol>
  );
}
