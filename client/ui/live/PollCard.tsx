import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Poll, Tally } from '#shared/model/poll.ts';
import { turnoutOf } from '#shared/rules/tally.ts';
import { useFormat } from '../i18n/format.ts';
import { Badge, LiveDot } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { useEventState } from './client-context.ts';
import { PollBars } from './PollBars.tsx';
import styles from './PollCard.module.css';
import { PollChoices } from './PollChoices.tsx';
import { useBallot } from './use-ballot.ts';
import { useCountdown } from './use-now.ts';
import { pollStatusWords } from './words.ts';

/** A poll as a voter meets it: the ballot paper, then the result as far as it is public. */
export function PollCard({ poll }: { poll: Poll }) {
  const { t } = useLingui();
  const ballot = useBallot(poll);
  const live = useEventState(({ gauges }) => gauges.tallies[poll.id] ?? null);
  const tally = poll.tally ?? live;
  return (
    <article className={styles.card} aria-label={t`投票：${poll.question}`}>
      <div className={styles.head}>
        <Badge tone={poll.status === 'open' ? 'live' : poll.status === 'revealed' ? 'gold' : 'quiet'}>
          {poll.status === 'open' && <LiveDot />}
          {t(pollStatusWords[poll.status])}
        </Badge>
        <TimeLeft poll={poll} />
      </div>
      <h3 className={styles.question} dir="auto">
        {poll.question}
      </h3>
      {ballot.isVoting ? (
        <Paper poll={poll} ballot={ballot} />
      ) : (
        <Result poll={poll} tally={tally} ballot={ballot} />
      )}
      {ballot.problem && (
        <p role="alert" className={styles.problem}>
          {ballot.problem}
        </p>
      )}
      {tally && !ballot.isVoting && <Base poll={poll} tally={tally} />}
    </article>
  );
}

type Hand = ReturnType<typeof useBallot>;

function Paper({ poll, ballot }: { poll: Poll; ballot: Hand }) {
  return (
    <>
      <PollChoices poll={poll} chosen={ballot.chosen} onChange={ballot.choose} />
      <Button
        tone="ember"
        isWide
        disabled={ballot.chosen.length === 0 || ballot.isSending}
        onClick={() => void ballot.send()}
      >
        {ballot.isSending ? <Trans>正在投票…</Trans> : <Trans>投票</Trans>}
      </Button>
      <p className={styles.note}>
        {poll.multiple > 1 && <Trans>最多选 {poll.multiple} 项。</Trans>}{' '}
        {poll.changeable ? <Trans>截止前可以改票。</Trans> : <Trans>每人一票，投出后不能更改。</Trans>}
      </p>
    </>
  );
}

function Result({ poll, tally, ballot }: { poll: Poll; tally: Tally | null; ballot: Hand }) {
  return (
    <>
      {tally ? (
        <PollBars poll={poll} tally={tally} ballot={ballot.cast} />
      ) : (
        <Sealed poll={poll} ballot={ballot} />
      )}
      {ballot.canChange && (
        <Button isWide onClick={ballot.change}>
          <Trans>改票</Trans>
        </Button>
      )}
    </>
  );
}

/** Hidden results: the voter still sees the own ballot, and what happens next. */
function Sealed({ poll, ballot }: { poll: Poll; ballot: Hand }) {
  const labels = poll.options.filter(({ id }) => ballot.cast.includes(id)).map(({ label }) => label);
  return (
    <div className={styles.sealed}>
      {labels.length > 0 && (
        <p>
          ✓ <Trans>你投给了：{labels.join(' · ')}</Trans>
        </p>
      )}
      <p>
        {poll.status === 'open' ? (
          <Trans>结果暂不公开，投票结束后由主持人揭晓。</Trans>
        ) : (
          <Trans>票箱已封，等待主持人揭晓。</Trans>
        )}
      </p>
    </div>
  );
}

/** Every percentage with its base. */
function Base({ poll, tally }: { poll: Poll; tally: Tally }) {
  const format = useFormat();
  const turnout = turnoutOf(tally, poll.entitled);
  return (
    <p className={styles.note}>
      <Plural value={tally.ballots} other="# 人投票，百分比以投票人数为基数。" />{' '}
      {turnout !== null && poll.entitled !== null && (
        <Trans>
          投票率 {format.percent(turnout)}（有权投票 {format.count(poll.entitled)} 人）。
        </Trans>
      )}
    </p>
  );
}

function TimeLeft({ poll }: { poll: Poll }) {
  const format = useFormat();
  const seconds = useCountdown(poll.status === 'open' ? poll.closesAt : null);
  if (seconds === null) return null;
  return (
    <span className={styles.left} role="timer">
      <Trans>还剩 {format.duration(seconds)}</Trans>
    </span>
  );
}
