import { Trans } from '@lingui/react/macro';
import { inBookMarks } from '../../ui/contest/book-marks.ts';
import { contestView, votedRound } from '../../ui/contest/contest-view.ts';
import { personOf } from '../../ui/contest/people.ts';
import { openBoxes } from '../../ui/contest/vote-window.ts';
import { cx } from '../../ui/cx.ts';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import styles from '../polls/Polls.module.css';

/** Above the comments: the open ballot, or who is on the stage. One tap to the contest. */
export function ContestDock({ onOpen }: { onOpen: () => void }) {
  const contest = useEventState((state) => state.contest);
  const ballots = useClientState(({ you }) => you?.ballots);
  const now = useNow(5_000);
  const voted = contest && votedRound(contest);
  const boxes = voted ? openBoxes(voted, now) : [];
  if (contest && boxes.length > 0) {
    const hasVoted = boxes.some(({ id }) => ballots?.[id] !== undefined);
    return (
      <button type="button" className={styles.dock} onClick={onOpen}>
        <Badge tone="live">
          <LiveDot />
          <Trans>观众投票</Trans>
        </Badge>
        <span className={styles.question} dir="auto">
          {contest.title}
        </span>
        <span className={cx(styles.go, hasVoted && styles.done)}>
          {hasVoted ? <Trans>已投</Trans> : <Trans>去投票</Trans>}
          <Icon name={hasVoted ? 'check' : 'next'} size={16} />
        </span>
      </button>
    );
  }
  const view = contestView(contest, 'latest');
  if (!contest || (view?.view !== 'card' && view?.view !== 'scores')) return null;
  const person = view.view === 'card' ? view.person : personOf(contest, view.round, view.reveal.person.id);
  return (
    <button type="button" className={styles.dock} onClick={onOpen}>
      <Badge tone="gold">{view.view === 'card' ? <Trans>台上</Trans> : <Trans>亮分</Trans>}</Badge>
      <span className={styles.question} dir="auto">
        {person.name} {person.title && inBookMarks(person.title)}
      </span>
      <span className={styles.go}>
        {view.view === 'scores' && view.reveal.figure?.value}
        <Icon name="next" size={16} />
      </span>
    </button>
  );
}
