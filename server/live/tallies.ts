import type { PollId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { type CountedBox, countedBoxes } from '#shared/rules/boxes.ts';
import { toTally } from '#shared/rules/tally.ts';
import type { Tally } from '#shared/model/poll.ts';
import type { BoxTally } from '../store/store.ts';

/** Watches the open ballot boxes, reading them at most once each `everyMs`; closed ones are read once more. */
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
  /** Boxes whose last figure has been read after they closed. */
  const settled = new Set<PollId>();
  const unsettled = (): CountedBox[] =>
    countedBoxes(state()).filter(({ id, isOpen }) => isOpen || !settled.has(id));

  async function run(): Promise<void> {
    timer = undefined;
    const watched = unsettled();
    if (watched.length === 0) return;
    const boxes = await read(watched.map(({ id }) => id));
    const tallies: Record<PollId, Tally> = {};
    for (const box of watched) {
      tallies[box.id] = toTally(box, boxes.get(box.id));
      if (box.isOpen) settled.delete(box.id);
      else settled.add(box.id);
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
          if (unsettled().length > 0) next(Math.max(MIN_MS, everyMs()));
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
