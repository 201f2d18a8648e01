import { useMemo } from 'react';
import type { Poll } from '#shared/model/poll.ts';
import { useEventState } from '../../ui/live/client-context.ts';

/** The polls a viewer sees: open ones first, then the newest. */
export function usePolls(): readonly Poll[] {
  const polls = useEventState((state) => state.polls);
  return useMemo(() => {
    const newestFirst = polls.reduceRight<Poll[]>((seen, poll) => [...seen, poll], []);
    const shown = newestFirst.filter(({ status }) => status !== 'draft');
    return [...shown.filter(isOpen), ...shown.filter((poll) => !isOpen(poll))];
  }, [polls]);
}

export const isOpen = (poll: Poll): boolean => poll.status === 'open';
