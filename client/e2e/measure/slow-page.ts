import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

/** A weak phone on a weak network, as Chromium plays it. */
export type Slowness = { cpu: number; kbitPerSecond?: number; latencyMs?: number };

export type SlowPage = { page: Page; context: BrowserContext; session: CDPSession };

export async function openSlow(
  where: Browser | BrowserContext,
  { cpu, kbitPerSecond, latencyMs = 0 }: Slowness,
  options: BrowserContextOptions = {},
): Promise<SlowPage> {
  const context = 'newContext' in where ? await where.newContext({ locale: 'zh-CN', ...options }) : where;
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (kbitPerSecond !== undefined) {
    const bytesPerSecond = (kbitPerSecond * 1_000) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, context, session };
}

/** Bytes of JavaScript still in use once everything else is thrown away. */
export async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Seconds the page's main thread has worked since it began, and the elements it holds. */
export async function workOf(
  session: CDPSession,
): Promise<{ taskSeconds: number; layoutSeconds: number; nodes: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    taskSeconds: value('TaskDuration'),
    layoutSeconds: value('LayoutDuration') + value('RecalcStyleDuration'),
    nodes: value('Nodes'),
  };
}
