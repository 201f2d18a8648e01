import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { unreachable } from '#shared/rules/unreachable.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Act } from '../parts/Act.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { useRun } from '../use-run.ts';

/** From draft to the end; starting is one press, ending asks. */
export function EventControl() {
  const run = useRun();
  const status = useEventState(({ event }) => event.status);
  const start = (
    <Act size="small" onPress={() => run('event:start', {})}>
      <Trans>开始直播</Trans>
    </Act>
  );
  switch (status) {
    case 'draft':
      return (
        <>
          <Act size="small" onPress={() => run('event:schedule', {})}>
            <Trans>公布预告</Trans>
          </Act>
          {start}
        </>
      );
    case 'scheduled':
      return start;
    case 'live':
      return <End />;
    case 'ended':
      return <Resume />;
    default:
      return unreachable(status);
  }
}

function End() {
  const run = useRun();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" tone="danger" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        <Trans>结束活动</Trans>
      </Button>
      {isAsking && (
        <Confirm
          title={<Trans>结束这场活动？</Trans>}
          action={<Trans>结束活动</Trans>}
          onConfirm={() => run('event:end', {})}
          onClose={() => setIsAsking(false)}
        >
          <Trans>评论和互动会停止，所有进行中的投票会停止，停止的投票不能再开。数据都会保留。</Trans>
        </Confirm>
      )}
    </>
  );
}

function Resume() {
  const run = useRun();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        <Trans>重新开始</Trans>
      </Button>
      {isAsking && (
        <Confirm
          title={<Trans>重新开始直播？</Trans>}
          action={<Trans>重新开始</Trans>}
          onConfirm={() => run('event:start', {})}
          onClose={() => setIsAsking(false)}
        >
          <Trans>观众会重新看到直播，评论和互动恢复。已停止的投票不会再开。</Trans>
        </Confirm>
      )}
    </>
  );
}
