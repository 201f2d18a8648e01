/** Something that is to be closed at a time. */
export type Due = { at: number; ring(): void };

/** Rings for each thing whose time has come. */
export type Alarm = {
  /** Looks again at what is due: after any fact. */
  set(): void;
  stop(): void;
};

/** The longest delay a timer takes. */
const MAX_DELAY_MS = 2 ** 31 - 1;

type Parts = { due: () => Due[]; now: () => number };

export function createAlarm({ due, now }: Parts): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function set(): void {
    clearTimeout(timer);
    if (isStopped) return;
    const times = due().map(({ at }) => at);
    if (times.length === 0) return;
    timer = setTimeout(wake, Math.min(MAX_DELAY_MS, Math.max(0, Math.min(...times) - now())));
    timer.unref();
  }

  function wake(): void {
    for (const { at, ring } of due()) if (at <= now()) ring();
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
