import type { Line } from './line.ts';

/** The venue's network: some line or other is down for a moment, again and again, until it clears. */
export function startWeather(lines: readonly Line[], seed: number): { cuts: number; clear(): Promise<void> } {
  let state = seed;
  /** A small generator with a seed, so that a storm can be had again. */
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  const weather = {
    cuts: 0,
    isOver: false,
    async clear() {
      weather.isOver = true;
      await storm;
    },
  };
  const storm = (async () => {
    while (!weather.isOver) {
      const line = lines[below(lines.length)];
      line?.cut();
      weather.cuts += 1;
      await pause(20 + below(150));
      line?.mend();
      await pause(below(60));
    }
  })();
  return weather;
}
