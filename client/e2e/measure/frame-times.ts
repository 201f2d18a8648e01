import type { Page } from 'playwright-core';

export type FrameTimes = {
  fpsMedian: number;
  frameP95Ms: number;
  /** Share of the time that tasks over 50 ms took, in percent. */
  longTasksPercent: number;
  longestTaskMs: number;
  startsPerSecond: number;
};

type Watch = { frames: number[]; tasks: number[]; starts: number; startedAt: number };

/** Watches a page from inside: when it paints, what holds it up, how many danmaku start. */
export async function watchFrames(page: Page): Promise<() => Promise<FrameTimes>> {
  await page.evaluate(() => {
    const watch: Watch = { frames: [], tasks: [], starts: 0, startedAt: performance.now() };
    Object.assign(window, { watch });
    let last = performance.now();
    const onFrame = (now: number): void => {
      watch.frames.push(now - last);
      last = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.tasks.push(duration);
    }).observe({ type: 'longtask' });
    const lanes = document.querySelector('main [aria-hidden="true"][class*="stage"]');
    if (lanes) {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const added of addedNodes) if (added.nodeName === 'SPAN') watch.starts += 1;
      }).observe(lanes, { childList: true, subtree: true });
    }
  });
  return () =>
    page.evaluate(() => {
      const { frames, tasks, starts, startedAt } = (window as unknown as { watch: Watch }).watch;
      const wallMs = performance.now() - startedAt;
      const sorted = frames.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
      return {
        fpsMedian: 1_000 / at(0.5),
        frameP95Ms: at(0.95),
        longTasksPercent: (100 * tasks.reduce((sum, ms) => sum + ms, 0)) / wallMs,
        longestTaskMs: Math.max(0, ...tasks),
        startsPerSecond: (1_000 * starts) / wallMs,
      };
    });
}
