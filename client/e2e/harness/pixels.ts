import type { Page } from 'playwright-core';

/** What a page's pixels are: the alpha of its middle's top, the share that is wholly clear, and whether all are black. */
export type Pixels = { top: number; clearShare: number; isBlack: boolean };

/** Counted in a page of its own, as the picture is too large to be carried over. */
export async function readPixels(page: Page, { isClear }: { isClear: boolean }): Promise<Pixels> {
  const picture = await page.screenshot({ type: 'png', omitBackground: isClear });
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
        isBlack: data.every((value, index) => index % 4 === 3 || value === 0),
      };
    }, picture.toString('base64'));
  } finally {
    await scratch.close();
  }
}
