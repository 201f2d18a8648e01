import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { useRun } from '../use-run.ts';

/** A vote that was stopped does not open again, so it takes two presses. */
const ARMED_MS = 4_000;

/** Stops every vote that is open, the contest's as well. */
export function StopVoting() {
  const run = useRun();
  const polls = useEventState((state) => state.polls).filter(({ status }) => status === 'open');
  const rounds = (useEventState(({ contest }) => contest?.rounds) ?? []).filter(
    ({ voting }) => voting?.isOpen,
  );
  const count = polls.length + rounds.length;
  const [isArmed, setIsArmed] = useState(false);
  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setIsArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);
  const press = async (): Promise<void> => {
    setIsArmed(!isArmed);
    if (!isArmed) return;
    await Promise.all([
      ...polls.map(({ id }) => run('poll:close', { pollId: id })),
      ...rounds.map(({ id }) => run('vote:close', { roundId: id })),
    ]);
  };
  useDeskKey('Shift+V', count > 0 ? () => void press() : null);
  return (
    <Act
      size="small"
      tone={isArmed ? 'danger' : 'plain'}
      disabled={count === 0}
      aria-keyshortcuts="Shift+V"
      onPress={press}
    >
      {isArmed ? <Plural value={count} other="再按停止 # 个" /> : <Trans>停止投票</Trans>}
    </Act>
  );
}
