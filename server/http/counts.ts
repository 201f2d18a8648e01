import type { EventInfo } from '#shared/model/event.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Clock } from '../lib/clock.ts';
import type { LiveEvents } from '../live/events.ts';

/** How old a count may be: an event that is over does not change any more. */
const KEPT_MS = { live: 5_000, other: 600_000 };
/** A portal shows its latest events with counts, and the rest without. */
const MOST = 40;

export type Counts = (shown: readonly EventInfo[]) => Promise<Partial<Record<EventSlug, ViewerCounts>>>;

/** The counters of the events a portal shows, read at most once in a while whoever asks. */
export function createCounts(events: LiveEvents, clock: Clock): Counts {
  const kept = new Map<EventSlug, { until: number; counts: Promise<ViewerCounts | null> }>();

  async function read(slug: EventSlug): Promise<ViewerCounts | null> {
    try {
      return await (await events.open(slug)).presence.measure();
    } catch {
      return null; // the store is away: the list is worth more than its figures
    }
  }

  return async (shown) => {
    const counted = shown.filter(({ status }) => status === 'live' || status === 'ended').slice(0, MOST);
    const found: Partial<Record<EventSlug, ViewerCounts>> = {};
    for (const { slug, status } of counted) {
      const now = clock.now();
      const known = kept.get(slug);
      const fresh =
        known !== undefined && known.until > now
          ? known
          : { until: now + KEPT_MS[status === 'live' ? 'live' : 'other'], counts: read(slug) };
      kept.set(slug, fresh);
      const counts = await fresh.counts;
      if (counts !== null) found[slug] = counts;
    }
    return found;
  };
}
