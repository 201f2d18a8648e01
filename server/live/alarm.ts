import type { PollId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';

/** Rings for each open poll when its `closesAt` has come. */
export type Alarm = {
  /** Looks at the polls again: after any fact. */
  set(): void;
  stop(): void;
};

/** The longest delay a timer takes. */
const MAX_DELAY_MS = 2 ** 31 - 1;

type Parts = { state: () => EventState; now: () => number; ring: (pollId: PollId) => void };

export function createAlarm({ state, now, ring }: Parts): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function set(): void {
    clearTimeout(timer);
    if (isStopped) return;
    const due = state().polls.flatMap((poll) =>
      poll.status === 'open' && poll.closesAt !== null ? [poll.closesAt] : [],
    );
    if (due.length === 0) return;
    timer = setTimeout(wake, Math.min(MAX_DELAY_MS, Math.max(0, Math.min(...due) - now())));
    timer.unref();
  }

  function wake(): void {
    for (const poll of state().polls) {
      if (poll.status === 'open' && poll.closesAt !== null && poll.closesAt <= now()) ring(poll.id);
    }
    timer = setTimeout(set, 1000); // until the fact is here; it sets the alarm anew
    timer.unref();
  }

  return {
    set,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
