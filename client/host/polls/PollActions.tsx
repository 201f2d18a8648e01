import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Poll } from '#shared/model/poll.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Act } from '../parts/Act.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { useRun } from '../use-run.ts';
import styles from './PollItem.module.css';

type Props = { poll: Poll; isOnAir: boolean; children?: ReactNode };

/** One obvious step, and beside it the way to the stage. */
export function PollActions({ poll, isOnAir, children }: Props) {
  const run = useRun();
  const pollId = poll.id;
  const isStageNext = poll.status === 'revealed';
  return (
    <div className={styles.actions}>
      {!isStageNext && <Step poll={poll} />}
      {poll.status === 'draft' ? (
        <Discard poll={poll} />
      ) : (
        <Act
          size="small"
          tone={isStageNext ? 'plain' : 'quiet'}
          disabled={isOnAir}
          onPress={() => run('stage:take', { scene: 'poll', pollId })}
        >
          {isOnAir ? <Trans>正在大屏上</Trans> : <Trans>上大屏</Trans>}
        </Act>
      )}
      {children}
    </div>
  );
}

function Step({ poll }: { poll: Poll }): ReactNode {
  const run = useRun();
  const hasEnded = useEventState(({ event }) => event.status === 'ended');
  const { id: pollId, status } = poll;
  switch (status) {
    case 'draft':
      return (
        <Act size="small" disabled={hasEnded} onPress={() => run('poll:open', { pollId })}>
          <Trans>开始投票</Trans>
        </Act>
      );
    case 'open':
      return (
        <Act size="small" onPress={() => run('poll:close', { pollId })}>
          <Trans>停止投票</Trans>
        </Act>
      );
    case 'closed':
      return (
        <Act size="small" onPress={() => run('poll:reveal', { pollId })}>
          <Trans>揭晓结果</Trans>
        </Act>
      );
    case 'revealed':
      return null;
    default:
      return unreachable(status);
  }
}

function Discard({ poll }: { poll: Poll }) {
  const run = useRun();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" tone="quiet" onClick={() => setIsAsking(true)}>
        <Trans>删除草稿</Trans>
      </Button>
      {isAsking && (
        <Confirm
          title={<Trans>删除这份草稿？</Trans>}
          action={<Trans>删除草稿</Trans>}
          onConfirm={() => run('poll:discard', { pollId: poll.id })}
          onClose={() => setIsAsking(false)}
        >
          {poll.question}
        </Confirm>
      )}
    </>
  );
}
