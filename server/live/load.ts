/** How busy this process has been lately: the share of a core that all its threads used. Waiting for a disk or for a core that others have is not counted. */
export type Load = () => number;

const WINDOW_MS = 500;
/** How much of the past a new reading replaces. */
const WEIGHT = 0.5;

export function createLoad(): Load {
  let last = usedMs();
  let readAt = performance.now();
  let busy = 0;
  return () => {
    const now = performance.now();
    if (now - readAt < WINDOW_MS) return busy;
    const used = usedMs();
    busy += ((used - last) / (now - readAt) - busy) * WEIGHT;
    [last, readAt] = [used, now];
    return busy;
  };
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
