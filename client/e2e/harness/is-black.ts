import type { Page } from 'playwright-core';

/** Whether every pixel the page shows is black. */
export async function isBlack(page: Page): Promise<boolean> {
  const picture = await page.screenshot({ type: 'png' });
  const context = page.context();
  const scratch = await context.newPage();
  try {
    return await scratch.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.drawImage(bitmap, 0, 0);
      const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      return data.every((value, index) => index % 4 === 3 || value === 0);
    }, picture.toString('base64'));
  } finally {
    await scratch.close();
  }
}
