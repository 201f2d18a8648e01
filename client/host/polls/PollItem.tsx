import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Poll } from '#shared/model/poll.ts';
import { turnoutOf } from '#shared/rules/tally.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { PollBars } from '../../ui/live/PollBars.tsx';
import { useCountdown } from '../../ui/live/use-now.ts';
import { pollStatusWords } from '../../ui/live/words.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { PollActions } from './PollActions.tsx';
import styles from './PollItem.module.css';
import { PollTerms } from './PollTerms.tsx';

/** One poll on the desk: where it stands, its tally (for the desk alone while it is hidden), its next step. */
export function PollItem({ poll, onCopy }: { poll: Poll; onCopy: () => void }) {
  const { t } = useLingui();
  const running = useEventState(({ gauges }) => gauges.tallies[poll.id] ?? null);
  const isOnAir = useEventState(({ stage }) => stage.scene === 'poll' && stage.pollId === poll.id);
  const tally = poll.tally ?? running;
  const isDraft = poll.status === 'draft';
  return (
    <li className={styles.poll}>
      <div className={styles.head}>
        <Badge tone={poll.status === 'open' ? 'live' : poll.status === 'revealed' ? 'gold' : 'quiet'}>
          {poll.status === 'open' && <LiveDot />}
          {t(pollStatusWords[poll.status])}
        </Badge>
        {isOnAir && (
          <Badge tone="alert">
            <Trans>大屏上</Trans>
          </Badge>
        )}
        <TimeLeft poll={poll} />
      </div>
      <h3 className={styles.question} dir="auto">
        {poll.question}
      </h3>
      <PollTerms poll={poll} />
      {tally && !isDraft && (
        <details className={styles.result} open={isOpen(poll)}>
          <summary className={styles.summary}>
            <Plural value={tally.ballots} other="# 人投票" />
            <Turnout poll={poll} />
          </summary>
          <PollBars poll={poll} tally={tally} />
        </details>
      )}
      <PollActions poll={poll} isOnAir={isOnAir}>
        <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={onCopy}>
          <Trans>再出一次</Trans>
        </Button>
      </PollActions>
    </li>
  );
}

/** Of what is settled or long, the numbers are one press away. */
const isOpen = ({ status, options }: Poll): boolean =>
  status === 'open' || (status === 'closed' && options.length <= 6);

function Turnout({ poll }: { poll: Poll }) {
  const format = useFormat();
  const running = useEventState(({ gauges }) => gauges.tallies[poll.id] ?? null);
  const tally = poll.tally ?? running;
  const turnout = tally && turnoutOf(tally, poll.entitled);
  if (turnout === null || poll.entitled === null) return null;
  return (
    <span>
      {' · '}
      <Trans>
        投票率 {format.percent(turnout)}（有权投票 {format.count(poll.entitled)} 人）
      </Trans>
    </span>
  );
}

function TimeLeft({ poll }: { poll: Poll }) {
  const format = useFormat();
  const seconds = useCountdown(poll.status === 'open' ? poll.closesAt : null);
  return seconds === null ? null : (
    <span role="timer" className={styles.left}>
      {format.duration(seconds)}
    </span>
  );
}
