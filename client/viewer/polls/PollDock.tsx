import { Trans } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import styles from './Polls.module.css';
import { isOpen, usePolls } from './use-polls.ts';

/** Above the comments while a poll is open: one tap to the ballot. */
export function PollDock({ onOpen }: { onOpen: () => void }) {
  const ballots = useClientState(({ you }) => you?.ballots);
  const open = usePolls().filter(isOpen);
  const waiting = open.find(({ id }) => !ballots?.[id]);
  const poll = waiting ?? open[0];
  const hasVoted = !waiting;
  if (!poll) return null;
  return (
    <button type="button" className={styles.dock} onClick={onOpen}>
      <Badge tone="live">
        <LiveDot />
        <Trans>投票</Trans>
      </Badge>
      <span className={styles.question} dir="auto">
        {poll.question}
      </span>
      <span className={cx(styles.go, hasVoted && styles.done)}>
        {hasVoted ? <Trans>已投</Trans> : <Trans>去投票</Trans>}
        <Icon name={hasVoted ? 'check' : 'next'} size={16} />
      </span>
    </button>
  );
}
