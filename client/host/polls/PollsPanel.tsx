import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { Panel } from '../parts/Panel.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { PollForm } from './PollForm.tsx';
import { PollItem } from './PollItem.tsx';
import { blankPoll, inOrder, type PollDraft } from './polls.ts';
import styles from './PollsPanel.module.css';
import { copyOf } from './templates.ts';

/** Every poll of the event, the one that asks for a hand first. */
export function PollsPanel() {
  const polls = useEventState((state) => state.polls);
  const [draft, setDraft, clearDraft] = useDraft<PollDraft>('poll', blankPoll);
  const [isWriting, setIsWriting] = useState(false);
  const write = (): void => setIsWriting(true);
  useDeskKey('v', write);
  return (
    <Panel
      title={<Trans>投票</Trans>}
      actions={
        <Button size="small" aria-haspopup="dialog" aria-keyshortcuts="V" onClick={write}>
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
            <PollItem
              key={poll.id}
              poll={poll}
              onCopy={() => {
                setDraft(copyOf(poll));
                write();
              }}
            />
          ))}
        </ul>
      )}
      {isWriting && (
        <PollForm
          draft={draft}
          onChange={setDraft}
          onDone={() => {
            clearDraft();
            setIsWriting(false);
          }}
          onClose={() => setIsWriting(false)}
        />
      )}
    </Panel>
  );
}
