import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { DeskRow } from './DeskRow.tsx';

/** What was taken back, the last one first, and the way back. */
export function HiddenList() {
  const run = useRun();
  const hidden = useEventState(({ desk }) => desk.hidden);
  const rows = useMemo(() => hidden.toReversed(), [hidden]);
  if (rows.length === 0) {
    return (
      <EmptyState title={<Trans>没有隐藏的评论</Trans>}>
        <Trans>隐藏的评论会立刻从所有人的屏幕上消失，在这里可以恢复。</Trans>
      </EmptyState>
    );
  }
  return (
    <ul>
      {rows.map(({ id, at, author, text }) => (
        <DeskRow key={id} id={id} at={at} author={author} text={text}>
          <Act size="small" onPress={() => run('comment:restore', { commentId: id })}>
            <Trans>恢复</Trans>
          </Act>
        </DeskRow>
      ))}
    </ul>
  );
}
