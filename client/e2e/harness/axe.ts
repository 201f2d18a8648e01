import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag22aa'];

/** What WCAG 2.2 AA holds against the page as it stands, a line for each element. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Runs in the page: what fades in has its contrast at the end. Decoration may go on for ever. */
async function settle(): Promise<void> {
  const moves = document.getAnimations().filter(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    return effect?.getComputedTiming().iterations !== Infinity && !target?.closest('[aria-hidden="true"]');
  });
  await Promise.allSettled(moves.map((move) => move.finished));
}
