import type { EventInfo } from '#shared/model/event.ts';

export type Programme = {
  now: readonly EventInfo[];
  /** The next one first; those without a time last. */
  coming: readonly EventInfo[];
  /** The last one first. */
  past: readonly EventInfo[];
};

/** What is on, what comes, what has been. Drafts are nobody's business. */
export function toProgramme(events: readonly EventInfo[]): Programme {
  const of = (status: EventInfo['status'], compare: typeof earliestFirst): EventInfo[] => {
    const chosen = events.filter((event) => event.status === status);
    chosen.sort(compare);
    return chosen;
  };
  return {
    now: of('live', earliestFirst),
    coming: of('scheduled', earliestFirst),
    past: of('ended', (a, b) => (b.startsAt ?? 0) - (a.startsAt ?? 0)),
  };
}

const NO_TIME = Number.MAX_SAFE_INTEGER;

const earliestFirst = (a: EventInfo, b: EventInfo): number =>
  (a.startsAt ?? NO_TIME) - (b.startsAt ?? NO_TIME) || a.title.localeCompare(b.title, 'zh-CN');
