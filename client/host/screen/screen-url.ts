import type { ScreenName } from '#shared/model/ids.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';

type Wish = { screen?: ScreenName; overlay?: string; token?: string };

/** The address of a screen or of an overlay; a key goes into the fragment, which is sent to no server. */
export function screenUrl(slug: string, { screen = MAIN_SCREEN, overlay, token }: Wish): string {
  const query = [
    ...(overlay ? [`overlay=${overlay}`, 'bg=transparent'] : []),
    ...(screen === MAIN_SCREEN ? [] : [`screen=${screen}`]),
  ].join('&');
  const { origin } = window.location;
  return `${origin}/stage/${slug}${query && `?${query}`}${token ? `#token=${token}` : ''}`;
}
