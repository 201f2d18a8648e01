import type { Page } from 'playwright-core';

/** How see-through a page is: the alpha of its middle's top, and the share of its pixels that are wholly clear. */
export async function alphaOf(page: Page): Promise<{ top: number; clearShare: number }> {
  const picture = await page.screenshot({ type: 'png', omitBackground: true });
  const scratch = await page.context().newPage();
  try {
    return await scratch.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.drawImage(bitmap, 0, 0);
      const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      let clear = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at] === 0) clear += 1;
      return {
        top: data[4 * Math.floor(bitmap.width / 2) + 3] ?? 255,
        clearShare: (4 * clear) / data.length,
      };
    }, picture.toString('base64'));
  } finally {
    await scratch.close();
  }
}
