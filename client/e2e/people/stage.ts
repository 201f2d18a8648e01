import type { Browser, Locator } from 'playwright-core';
import type { Show } from '../harness/show.ts';
import { visit, type Visit, WALL } from '../harness/visit.ts';

/** Breathing stars on a wall of this size take a core, where two cores draw everybody's picture. */
const STILL_WALL = { ...WALL, reducedMotion: 'reduce' } as const;

/** The screen in the hall. */
export type Stage = Visit & {
  text(text: string): Locator;
  /** All it says, as somebody hears it who cannot see it, in one line. */
  says(): Promise<string>;
};

export async function openStage(browser: Browser, show: Show, node: 0 | 1 = 0): Promise<Stage> {
  const screen = await visit(browser, `${show.nodes[node].url}/stage/${show.slug}`, STILL_WALL);
  const { page } = screen;
  await page.getByText('扫码进入现场').waitFor();
  return {
    ...screen,
    text: (text) => page.getByText(text, { exact: true }),
    says: async () => wordsOf(await page.getByRole('main').ariaSnapshot()),
  };
}

/** The words of an accessibility tree, without its roles and levels. */
const wordsOf = (tree: string): string =>
  tree
    .split('\n')
    .map((line) => line.replace(/^\s*- \w+/, '').replaceAll(/\[level=\d\]|^: |:$|"/g, ''))
    .map((words) => words.trim())
    .filter(Boolean)
    .join(' ');
