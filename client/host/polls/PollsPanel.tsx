import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Panel } from '../parts/Panel.tsx';
import { PollForm } from './PollForm.tsx';
import { PollItem } from './PollItem.tsx';
import { inOrder } from './polls.ts';
import styles from './PollsPanel.module.css';

/** Every poll of the event, the one that asks for a hand first. */
export function PollsPanel() {
  const polls = useEventState((state) => state.polls);
  const [isWriting, setIsWriting] = useState(false);
  return (
    <Panel
      title={<Trans>投票</Trans>}
      actions={
        <Button size="small" onClick={() => setIsWriting(true)}>
          <Trans>新投票</Trans>
        </Button>
      }
    >
      {polls.length === 0 ? (
        <EmptyState title={<Trans>还没有投票</Trans>}>
          <Trans>先写成草稿，观众看不到；到时候一按就开始。</Trans>
        </EmptyState>
      ) : (
        <ul className={styles.polls}>
          {inOrder(polls).map((poll) => (
            <PollItem key={poll.id} poll={poll} />
          ))}
        </ul>
      )}
      {isWriting && <PollForm onClose={() => setIsWriting(false)} />}
    </Panel>
  );
}
