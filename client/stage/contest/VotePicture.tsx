import { Plural, Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import type { Round } from '#shared/model/contest.ts';
import { personOf } from '../../ui/contest/people.ts';
import { endOfVote, liveCount } from '../../ui/contest/vote-window.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { JoinRail } from '../frame/JoinRail.tsx';
import { Rolling } from '../frame/Rolling.tsx';
import styles from './VotePicture.module.css';

/** The audience's vote: whom for, how, how long; the count only where it is public. */
export function VotePicture({ round }: { round: Round }) {
  const isOpen = round.voting?.isOpen ?? false;
  const seconds = useCountdown(isOpen ? endOfVote(round) : null);
  const isOver = !isOpen || seconds === 0;
  return (
    <div className={cx(styles.vote, !isOver && styles.withRail)}>
      <section className={styles.paper}>
        <h1 className={styles.heading}>
          {isOver ? <Trans>观众投票已截止</Trans> : <Trans>请为喜欢的选手投票</Trans>}
        </h1>
        <Entries round={round} isOver={isOver} />
        <Footer round={round} isOver={isOver} />
      </section>
      {!isOver && (
        <JoinRail title={<Trans>扫码投票</Trans>}>
          {seconds !== null && <TimeLeft seconds={seconds} />}
        </JoinRail>
      )}
    </div>
  );
}

function TimeLeft({ seconds }: { seconds: number }) {
  const format = useFormat();
  const DAY = 86_400;
  return (
    <p role="timer" className={cx(styles.left, seconds >= 3_600 && styles.long)}>
      {seconds >= DAY ? (
        <Plural value={Math.floor(seconds / DAY)} other="还有 # 天" />
      ) : (
        format.duration(seconds)
      )}
    </p>
  );
}

function Entries({ round, isOver }: { round: Round; isOver: boolean }) {
  const contest = useEventState((state) => state.contest);
  const tallies = useEventState(({ gauges }) => gauges.tallies);
  const format = useFormat();
  const entries = round.voting?.entries ?? [];
  const count = liveCount(round, tallies);
  const most = Math.max(1, ...Object.values(count?.votes ?? {}));
  if (!contest) return null;
  const columns = isOver ? 3 : 2;
  const measures = {
    '--rows': Math.ceil(entries.length / columns),
    '--pairs': Math.ceil(entries.length / 2),
    '--columns': columns,
  } as CSSProperties;
  return (
    <ol className={styles.entries} style={measures}>
      {entries.map((entryId) => {
        const person = personOf(contest, round, entryId);
        const isIn = person.status === 'competing';
        const votes = count?.votes[entryId] ?? 0;
        return (
          <li key={entryId} className={cx(styles.entry, !isIn && styles.out)}>
            {count && (
              <span
                className={cx(styles.fill, votes === most && styles.leading)}
                style={{ transform: `scaleX(${votes / most})` }}
                aria-hidden="true"
              />
            )}
            <span className={styles.number}>{String(person.number).padStart(2, '0')}</span>
            <span className={styles.name} dir="auto">
              {person.name}
            </span>
            {isIn ? (
              count && <span className={styles.votes}>{format.count(votes)}</span>
            ) : (
              <span className={styles.state}>
                {person.status === 'withdrawn' ? <Trans>退赛</Trans> : <Trans>暂停投票</Trans>}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Footer({ round, isOver }: { round: Round; isOver: boolean }) {
  const tallies = useEventState(({ gauges }) => gauges.tallies);
  const count = liveCount(round, tallies);
  const { perViewer, period } = round.vote;
  return (
    <p className={styles.footer}>
      {!isOver && (
        <span>
          {period === 'day' ? (
            <Plural value={perViewer} other="每人每天一张选票，最多选 # 位" />
          ) : (
            <Plural value={perViewer} other="每人一张选票，最多选 # 位" />
          )}
        </span>
      )}
      {count ? (
        <span>
          <Rolling value={count.ballots} /> <Trans>张选票</Trans>
        </span>
      ) : (
        <span>{isOver ? <Trans>票箱已封，结果稍后揭晓</Trans> : <Trans>票数揭晓前不公开</Trans>}</span>
      )}
    </p>
  );
}
