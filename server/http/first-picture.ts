import type { LiveEvent } from '../live/live-event.ts';

/** Made once for each change of what an audience knows, however many ask for the page meanwhile. */
const made = new WeakMap<object, string>();

/**
 * What every visitor is told on joining, in the page itself: it is drawn while the connection is being made. Data, not a
 * script: no policy has to allow it.
 */
export function firstPicture({ feed }: LiveEvent): string | undefined {
  const { state } = feed.audience('public');
  if (state.event.status === 'draft') return undefined; // nobody is told of it yet
  const json = made.get(state) ?? JSON.stringify(state).replaceAll('<', String.raw`\u003c`);
  made.set(state, json);
  return `<script type="application/json" id="first-picture">{"serverTime":${Date.now()},"state":${json}}</script>`;
}
