import { Trans } from '@lingui/react/macro';
import { PollCard } from '../../ui/live/PollCard.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import styles from './Polls.module.css';
import { usePolls } from './use-polls.ts';

export function Polls() {
  const polls = usePolls();
  if (polls.length === 0) {
    return (
      <EmptyState title={<Trans>现在没有投票</Trans>}>
        <Trans>主持人发起后会在这里出现，评论上方也会提醒你。</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.polls}>
      {polls.map((poll) => (
        <PollCard key={poll.id} poll={poll} />
      ))}
    </div>
  );
}
