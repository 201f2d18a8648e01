import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settle } from './settle.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag22aa'];

/** What WCAG 2.2 AA holds against the page as it stands, a line for each element. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
