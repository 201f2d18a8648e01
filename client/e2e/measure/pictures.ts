import type { Browser } from 'playwright-core';

/**
 * Counts the pictures that the browser puts on the screen, whoever made them: what the compositor moves by itself goes on
 * while the page's own thread is busy, and is not seen by the page's animation frames.
 */
export async function countPictures(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession();
  let count = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    count += value.filter((event) => 'name' in event && event.name === 'Display::DrawAndSwap').length;
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['viz'] },
  });
  return async () => {
    const complete = new Promise((resolve) => void session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return count;
  };
}
