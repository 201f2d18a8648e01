import type { Page } from 'playwright-core';

/** By the switch that every page has in the same words. */
export async function turnToEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
}

/** Everything in Chinese that the page says, shows or has ready for a screen reader, the language switch apart. */
export const chineseOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, style, [lang^="zh"]:not(html)')) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      said.push(...own.map((node) => node.textContent ?? ''));
      const attributes = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'value'];
      said.push(...attributes.map((name) => element.getAttribute(name) ?? ''));
    }
    return said.filter((text) => /\p{Script=Han}/u.test(text));
  });
