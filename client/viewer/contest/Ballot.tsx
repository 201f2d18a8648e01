import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { personOf } from '../../ui/contest/people.ts';
import { endOfVote, liveCount } from '../../ui/contest/vote-window.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './Ballot.module.css';
import { BallotEntries } from './BallotEntries.tsx';
import { useContestBallot } from './use-contest-ballot.ts';

type Props = { contest: Contest; round: Round };

/** The audience's ballot paper; afterwards the own ballot, and the count as far as it is public. */
export function Ballot({ contest, round }: Props) {
  const { t } = useLingui();
  const ballot = useContestBallot(round);
  const tallies = useEventState(({ gauges }) => gauges.tallies);
  const count = liveCount(round, tallies);
  const { perViewer } = round.vote;
  const isAhead = ballot.opensAt !== null;
  return (
    <section className={styles.ballot} aria-label={t`观众投票`}>
      <div className={styles.head}>
        <Badge tone={ballot.isOpen ? 'live' : 'quiet'}>
          {ballot.isOpen && <LiveDot />}
          {ballot.isOpen ? (
            <Trans>投票中</Trans>
          ) : isAhead ? (
            <Trans>即将投票</Trans>
          ) : (
            <Trans>投票结束</Trans>
          )}
        </Badge>
        {isAhead && <TimeToOpening opensAt={ballot.opensAt} />}
        {ballot.isOpen && <TimeLeft round={round} dayEnd={ballot.closesAt} />}
      </div>
      <h3 className={styles.title}>
        {ballot.isOpen ? <Trans>为你喜欢的选手投票</Trans> : <Trans>观众投票</Trans>}
      </h3>
      {ballot.isVoting && round.vote.groups.length > 0 && <GroupChoice round={round} ballot={ballot} />}
      <BallotEntries contest={contest} round={round} ballot={ballot} count={count} />
      {ballot.isVoting && (
        <>
          <Button
            tone="ember"
            isWide
            disabled={ballot.chosen.length === 0 || ballot.isSending || ballot.needsGroup}
            onClick={() => void ballot.send()}
          >
            {ballot.isSending ? (
              <Trans>正在投票…</Trans>
            ) : perViewer > 1 ? (
              <Trans>
                投票（已选 {ballot.chosen.length} / {perViewer}）
              </Trans>
            ) : (
              <Trans>投票</Trans>
            )}
          </Button>
          <Terms round={round} />
        </>
      )}
      {isAhead && (
        <p className={styles.note}>
          <Trans>投票还没有开始，到点会在这里自动打开。</Trans>
        </p>
      )}
      {!ballot.isVoting && !isAhead && (
        <Cast contest={contest} round={round} cast={ballot.cast} isOpen={ballot.isOpen} />
      )}
      {ballot.canChange && (
        <Button isWide onClick={ballot.change}>
          <Trans>改票</Trans>
        </Button>
      )}
      {ballot.problem && (
        <p role="alert" className={styles.problem}>
          {ballot.problem}
        </p>
      )}
      {count && (
        <p className={styles.note}>
          <Plural value={count.ballots} other="共 # 张选票。" />
        </p>
      )}
    </section>
  );
}

type GroupProps = { round: Round; ballot: ReturnType<typeof useContestBallot> };

/** SC-12: whose votes this ballot is among; said once, and for the whole round. */
function GroupChoice({ round, ballot }: GroupProps) {
  const { t } = useLingui();
  return (
    <fieldset className={styles.groups} disabled={ballot.isGroupSettled}>
      <legend className={styles.note}>
        <Trans>你属于哪一组？选定后本轮不能换，也不能投给本组的选手。</Trans>
      </legend>
      {round.vote.groups.map((name, index) => (
        <label key={name} className={cx(styles.group, ballot.group === index && styles.picked)}>
          <input
            type="radio"
            name={`${round.id} group`}
            aria-label={t`我属于${name}`}
            checked={ballot.group === index}
            onChange={() => ballot.pick(index)}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Terms({ round: { vote } }: { round: Round }) {
  return (
    <p className={styles.note}>
      {vote.period === 'day' ? (
        <Trans>每人每天一张选票，最多选 {vote.perViewer} 位。</Trans>
      ) : (
        <Trans>每人一张选票，最多选 {vote.perViewer} 位。</Trans>
      )}{' '}
      {vote.changeable ? <Trans>截止前可以改票。</Trans> : <Trans>投出后不能更改。</Trans>}
    </p>
  );
}

type CastProps = Props & { cast: readonly string[]; isOpen: boolean };

/** What is in the box, and what happens next. */
function Cast({ contest, round, cast, isOpen }: CastProps) {
  const { t } = useLingui();
  const names = cast.map((id) => personOf(contest, round, id).name);
  return (
    <div className={cx(styles.cast, names.length > 0 && styles.has)} role="status">
      {names.length > 0 ? (
        <p>
          ✓ <Trans>你投给了：{names.join(t`、`)}</Trans>
        </p>
      ) : (
        <p>
          <Trans>你没有投票。</Trans>
        </p>
      )}
      <p className={styles.note}>
        {isOpen && round.vote.period === 'day' && <Trans>明天零点后还能再投一张。</Trans>}{' '}
        {round.vote.results === 'hidden' && round.status !== 'published' && (
          <Trans>票数由主持人揭晓，此前不公开。</Trans>
        )}
      </p>
    </div>
  );
}

const DAY = 86_400;

function TimeToOpening({ opensAt }: { opensAt: number | null }) {
  const format = useFormat();
  const seconds = useCountdown(opensAt);
  if (seconds === null) return null;
  return (
    <span className={styles.left} role="timer">
      <Trans>{format.duration(seconds)} 后开始</Trans>
    </span>
  );
}

function TimeLeft({ round, dayEnd }: { round: Round; dayEnd: number | null }) {
  const format = useFormat();
  const until = endOfVote(round);
  const seconds = useCountdown(until);
  const today = useCountdown(dayEnd);
  if (seconds === null) return null;
  return (
    <span className={styles.left} role="timer">
      {round.vote.period === 'day' && today !== null && seconds > DAY ? (
        <Plural value={Math.ceil(seconds / DAY)} other={`今天还剩 ${format.duration(today)}，共 # 天`} />
      ) : (
        <Trans>还剩 {format.duration(seconds)}</Trans>
      )}
    </span>
  );
}
