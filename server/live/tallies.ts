import type { PollId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { toTally } from '#shared/rules/tally.ts';
import type { Tally } from '#shared/model/poll.ts';
import type { BoxTally } from '../store/store.ts';

/** Watches the ballot boxes of open polls, reading them at most once each `everyMs`; closed ones are read once more. */
export type TallyWatch = {
  /** A poll opened or closed, or somebody may have voted: look, and go on looking while a poll is open. */
  look(): void;
  stop(): void;
};

const MIN_MS = 250;

type Parts = {
  state: () => EventState;
  read: (pollIds: PollId[]) => Promise<Map<PollId, BoxTally>>;
  everyMs: () => number;
  onTallies(tallies: Record<PollId, Tally>): void;
  onFailure(error: unknown): void;
};

export function createTallyWatch({ state, read, everyMs, onTallies, onFailure }: Parts): TallyWatch {
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isStopped = false;
  /** Polls whose last figure has been read after they closed. */
  const settled = new Set<PollId>();

  async function run(): Promise<void> {
    timer = undefined;
    const polls = state().polls.filter((poll) => poll.status !== 'draft' && !settled.has(poll.id));
    if (polls.length === 0) return;
    const boxes = await read(polls.map((poll) => poll.id));
    const tallies: Record<PollId, Tally> = {};
    for (const poll of polls) {
      tallies[poll.id] = toTally(poll, boxes.get(poll.id));
      if (poll.status !== 'open') settled.add(poll.id);
    }
    onTallies(tallies);
  }

  function next(delayMs: number): void {
    if (isStopped || isReading || timer !== undefined) return;
    timer = setTimeout(() => {
      isReading = true;
      run()
        .catch(onFailure)
        .finally(() => {
          isReading = false;
          if (state().polls.some((poll) => poll.status !== 'draft' && !settled.has(poll.id)))
            next(Math.max(MIN_MS, everyMs()));
        });
    }, delayMs);
    timer.unref();
  }

  return {
    look: () => next(0),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
