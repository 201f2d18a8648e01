import { nanoid } from 'nanoid';
import type { ScreenPage } from '#shared/model/screen.ts';
import type { Address } from './address.ts';

const KEY = 'xinli:page';

/** Who this page is to the desk: the same after a reload, so that a reload is no loss. */
export const thisPage = ({ screen, overlay }: Pick<Address, 'screen' | 'overlay'>): ScreenPage => ({
  id: idOfTab(),
  screen,
  overlay: overlay === 'unknown' ? null : overlay,
});

function idOfTab(): string {
  const made = nanoid(12);
  try {
    const kept = sessionStorage.getItem(KEY);
    if (kept !== null && /^[\w-]{12}$/.test(kept)) return kept;
    sessionStorage.setItem(KEY, made);
  } catch {
    // Storage is blocked: the page is a new one after each reload.
  }
  return made;
}
