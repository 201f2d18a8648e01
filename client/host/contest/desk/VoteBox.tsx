import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import { endOfVote, liveCount } from '../../../ui/contest/vote-window.ts';
import { useFormat } from '../../../ui/i18n/format.ts';
import { useEventState } from '../../../ui/live/client-context.ts';
import { useCountdown } from '../../../ui/live/use-now.ts';
import { Badge, LiveDot } from '../../../ui/parts/Badge.tsx';
import { Button } from '../../../ui/parts/Button.tsx';
import { Act } from '../../parts/Act.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import styles from './desk.module.css';
import { QuarantineNote } from './QuarantineNote.tsx';

const DAY = 86_400;
const MINUTES = [0, 3, 5, 10, 15, 30, 60];
const DELAYS = [0, 1, 5, 10, 30, 60];
const DAYS = [1, 2, 3, 7, 14, 31];

/** The audience's vote: opened for a while or until it is closed. Counts are not here before they are public. */
export function VoteBox({ round }: { round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const format = useFormat();
  const isDaily = round.vote.period === 'day';
  const [seconds, setSeconds] = useState(isDaily ? DAY : 900);
  const [delay, setDelay] = useState(0);
  const [isClosing, setIsClosing] = useState(false);
  const left = useCountdown(round.voting?.isOpen ? endOfVote(round) : null);
  const opensIn = useCountdown(round.voting?.isOpen ? (round.voting.boxes[0]?.opensAt ?? null) : null);
  const tallies = useEventState(({ gauges }) => gauges.tallies);
  const count = liveCount(round, tallies);
  if (round.rules.audience === null) return null;
  const isOpen = round.voting?.isOpen ?? false;
  const isOver = isOpen && left === 0;
  const isWaiting = isOpen && opensIn !== null && opensIn > 0;
  const open = (): Promise<unknown> =>
    act(
      'vote:open',
      {
        roundId: round.id,
        opensAfterSeconds: delay,
        ...(seconds > 0 ? { closesAfterSeconds: seconds } : {}),
      },
      delay > 0 ? t`已定时，到点自动打开` : t`观众可以投票了`,
    );
  const options = isDaily
    ? DAYS.map((days) => ({ value: days * DAY, label: t`${days} 天` }))
    : MINUTES.map((minutes) => ({
        value: minutes * 60,
        label: minutes === 0 ? t`直到手动结束` : t`${minutes} 分钟`,
      }));
  return (
    <section className={styles.box} aria-label={t`观众投票`}>
      <div className={common.spread}>
        <h3 className={common.title}>
          <Trans>观众投票</Trans>
        </h3>
        {isOpen && !isOver ? (
          <Badge tone="live">
            <LiveDot />
            {isWaiting ? (
              <Trans>{format.duration(opensIn)} 后打开</Trans>
            ) : left === null ? (
              <Trans>投票中</Trans>
            ) : (
              format.duration(left)
            )}
          </Badge>
        ) : (
          round.voting && (
            <Badge>
              <Trans>已结束</Trans>
            </Badge>
          )
        )}
      </div>
      {count && (
        <p className={common.note}>
          <Trans>{format.count(count.ballots)} 张选票</Trans>
        </p>
      )}
      <QuarantineNote round={round} />
      {isOpen ? (
        <>
          {isOver && (
            <p className={common.note}>
              <Trans>时间到了，不再收票。按下结束，才能封存。</Trans>
            </p>
          )}
          <Button size="small" onClick={() => setIsClosing(true)}>
            {isWaiting ? <Trans>取消定时</Trans> : <Trans>结束投票</Trans>}
          </Button>
        </>
      ) : (
        <div className={common.row}>
          <Select label={t`开放`} value={seconds} options={options} onChange={setSeconds} />
          <Select
            label={t`何时打开`}
            value={delay}
            options={DELAYS.map((minutes) => ({
              value: minutes * 60,
              label: minutes === 0 ? t`立即` : t`${minutes} 分钟后`,
            }))}
            onChange={setDelay}
          />
          <Act size="small" onPress={open}>
            {round.voting ? <Trans>重新打开</Trans> : <Trans>打开投票</Trans>}
          </Act>
        </div>
      )}
      {isClosing && isWaiting && (
        <Confirm
          title={<Trans>取消定时打开？</Trans>}
          action={<Trans>取消定时</Trans>}
          onClose={() => setIsClosing(false)}
          onConfirm={() => act('vote:close', { roundId: round.id }, t`定时已取消`)}
        >
          <Trans>投票还没有打开过，到点也不会打开。之后可以随时打开。</Trans>
        </Confirm>
      )}
      {isClosing && !isWaiting && (
        <Confirm
          title={<Trans>结束观众投票？</Trans>}
          action={<Trans>结束投票</Trans>}
          onClose={() => setIsClosing(false)}
          onConfirm={() => act('vote:close', { roundId: round.id }, t`投票已结束`)}
        >
          <Trans>观众不能再投。封存之前可以重新打开，已投的票都在。</Trans>
        </Confirm>
      )}
    </section>
  );
}
