import { Trans, useLingui } from '@lingui/react/macro';
import type { PollId } from '#shared/model/ids.ts';
import type { Poll, Tally } from '#shared/model/poll.ts';
import { turnoutOf } from '#shared/rules/tally.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { pollStatusWords } from '../../ui/live/words.ts';
import { Fit } from '../frame/Fit.tsx';
import { hasShortPhrases } from '../frame/phrases.ts';
import { JoinRail } from '../frame/JoinRail.tsx';
import { Rolling } from '../frame/Rolling.tsx';
import { Strap } from '../frame/Strap.tsx';
import { IdleScene } from './IdleScene.tsx';
import { PollRows } from './PollRows.tsx';
import styles from './PollScene.module.css';

/** A poll in the hall: the question, the way to vote, the bars as far as they are public. */
export function PollScene({ pollId }: { pollId: PollId }) {
  const poll = useEventState(({ polls }) => polls.find(({ id }) => id === pollId));
  return poll ? <Shown poll={poll} /> : <IdleScene />;
}

function Shown({ poll }: { poll: Poll }) {
  const { t } = useLingui();
  const running = useEventState(({ gauges }) => gauges.tallies[poll.id] ?? null);
  const tally = poll.tally ?? running;
  const isOpen = poll.status === 'open';
  return (
    <div className={styles.scene}>
      <Strap>
        <span className={cx(styles.status, styles[poll.status])}>{t(pollStatusWords[poll.status])}</span>
      </Strap>
      <div className={cx(styles.body, isOpen && styles.withRail)}>
        <div className={styles.paper}>
          <Fit className={styles.top} least={0.5}>
            <h1 className={cx(styles.question, hasShortPhrases(poll.question) && styles.phrases)} dir="auto">
              {poll.question}
            </h1>
          </Fit>
          <PollRows poll={poll} tally={tally} />
          <Footer poll={poll} tally={tally} />
        </div>
        {isOpen && (
          <JoinRail title={<Trans>扫码投票</Trans>}>
            <TimeLeft until={poll.closesAt} />
          </JoinRail>
        )}
      </div>
    </div>
  );
}

function TimeLeft({ until }: { until: number | null }) {
  const format = useFormat();
  const seconds = useCountdown(until);
  if (seconds === null) return null;
  return (
    <p role="timer" className={styles.left}>
      {format.duration(seconds)}
    </p>
  );
}

/** How many, of how many; or when there will be something to see. */
function Footer({ poll, tally }: { poll: Poll; tally: Tally | null }) {
  const format = useFormat();
  if (!tally) {
    return (
      <p className={styles.footer}>
        {poll.status === 'open' ? <Trans>结果稍后揭晓</Trans> : <Trans>票箱已封，结果稍后揭晓</Trans>}
      </p>
    );
  }
  const turnout = turnoutOf(tally, poll.entitled);
  return (
    <p className={styles.footer}>
      <span>
        <Rolling value={tally.ballots} /> <Trans>人投票</Trans>
      </span>
      {turnout !== null && poll.entitled !== null && (
        <>
          <span>
            <Trans>投票率 {format.percent(turnout)}</Trans>
          </span>
          <span className={styles.entitled}>
            <Trans>有权投票 {format.count(poll.entitled)} 人</Trans>
          </span>
        </>
      )}
    </p>
  );
}
