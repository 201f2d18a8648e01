import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** How busy this process has been lately, 0 to 1: the share of time in which its event loop was not waiting. */
export type Load = () => number;

const WINDOW_MS = 500;
/** How much of the past a new reading replaces. */
const WEIGHT = 0.5;

export function createLoad(): Load {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  let readAt = performance.now();
  let busy = 0;
  return () => {
    const now = performance.now();
    if (now - readAt < WINDOW_MS) return busy;
    const current = performance.eventLoopUtilization();
    busy += (performance.eventLoopUtilization(current, last).utilization - busy) * WEIGHT;
    [last, readAt] = [current, now];
    return busy;
  };
}
