import { OVERLAYS } from '#shared/limits.ts';
import type { ScreenName } from '#shared/model/ids.ts';
import type { Overlay } from '#shared/model/screen.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';
import { slugOfPath } from '../../ui/slug-of-path.ts';

/** All a screen is told: it is rebuilt from its address alone. */
export type Address = {
  slug: string;
  screen: ScreenName;
  /** One thing over somebody's video instead of the whole picture; `unknown` when there is no such thing. */
  overlay: Overlay | 'unknown' | null;
  /** A small picture on the desk: it neither hears keys nor keeps anybody awake. */
  isPreview: boolean;
  isTransparent: boolean;
  /** The link's key, which reads; what else it may do is written down on the server. */
  token: string | null;
  /** How long an alert stays, in seconds. */
  alertSeconds: number;
};

const NAME = /^[a-z0-9][a-z0-9-]{0,23}$/;
const ALERT_SECONDS = { usual: 4, min: 1, max: 10 };

export function readAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const query = new URLSearchParams(search);
  const screen = query.get('screen') ?? '';
  const overlay = overlayOf(query.get('overlay'));
  return {
    slug: slugOfPath(pathname),
    screen: NAME.test(screen) ? (screen as ScreenName) : MAIN_SCREEN,
    overlay,
    isPreview: query.has('preview'),
    isTransparent: overlay !== null || query.get('bg') === 'transparent',
    token: new URLSearchParams(hash.slice(1)).get('token') || null,
    alertSeconds: secondsOf(query.get('seconds')),
  };
}

function overlayOf(name: string | null): Address['overlay'] {
  if (name === null) return null;
  return OVERLAYS.find((known) => known === name) ?? 'unknown';
}

function secondsOf(text: string | null): number {
  const seconds = Number(text);
  if (text === null || !(seconds > 0)) return ALERT_SECONDS.usual;
  return Math.min(ALERT_SECONDS.max, Math.max(ALERT_SECONDS.min, seconds));
}
