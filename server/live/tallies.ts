import type { PollId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { type CountedBox, countedBoxes } from '#shared/rules/boxes.ts';
import { toTally } from '#shared/rules/tally.ts';
import type { Tally } from '#shared/model/poll.ts';
import type { BoxTally } from '../store/store.ts';

/**
 * Watches the open ballot boxes: while votes come in they are read each `everyMs` (250 ms at least), and
 * more and more rarely while nothing changes. Closed ones are read once more.
 */
export type TallyWatch = {
  /** A poll opened or closed, or somebody voted: read soon, and go on while a poll is open. */
  look(): void;
  stop(): void;
};

const MIN_MS = 250;
/** So late is the first vote after quiet seen that another node took in. */
const MOST_MS = 1000;

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
  let readAt = -Infinity;
  /** From one reading to the next. */
  let restMs = 0;
  let last = '';
  /** Boxes whose last figure has been read after they closed. */
  const settled = new Set<PollId>();
  const unsettled = (): CountedBox[] =>
    countedBoxes(state()).filter(({ id, isOpen }) => isOpen || !settled.has(id));

  const shortMs = (): number => Math.max(MIN_MS, everyMs());

  async function run(): Promise<void> {
    const watched = unsettled();
    if (watched.length === 0) return;
    const boxes = await read(watched.map(({ id }) => id));
    const tallies: Record<PollId, Tally> = {};
    for (const box of watched) {
      tallies[box.id] = toTally(box, boxes.get(box.id));
      if (box.isOpen) settled.delete(box.id);
      else settled.add(box.id);
    }
    const text = JSON.stringify(tallies);
    if (text !== last) restMs = shortMs();
    last = text;
    onTallies(tallies);
  }

  function schedule(): void {
    clearTimeout(timer);
    const waitMs = Math.max(0, readAt + restMs - performance.now());
    timer = setTimeout(() => {
      timer = undefined;
      isReading = true;
      readAt = performance.now();
      restMs = Math.max(shortMs(), Math.min(MOST_MS, restMs * 2));
      run()
        .catch(onFailure)
        .finally(() => {
          isReading = false;
          if (!isStopped && unsettled().length > 0) schedule();
        });
    }, waitMs);
    timer.unref();
  }

  return {
    look() {
      const isSoon = timer !== undefined && restMs <= shortMs();
      restMs = shortMs();
      if (!isStopped && !isReading && !isSoon) schedule();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
