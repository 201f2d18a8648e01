import type { Gauges } from '#shared/model/gauges.ts';
import type { ScreenPage, ScreenPresence } from '#shared/model/screen.ts';

type Pages = Gauges['screenPages'];

/**
 * The stage pages that are connected, on all nodes, and those that were until a moment ago. Each node says its own
 * when they change and now and then besides; a node that falls silent has lost its pages. Nothing is recorded.
 */
export type ScreenPages = {
  join(page: ScreenPage): void;
  leave(id: string): void;
  /** What another node says of its own. */
  hear(node: string, pages: Pages): void;
  /** About once a second. */
  tend(): void;
};

const REPEAT_MS = 3_000;
const SILENT_MS = 10_000;
/** Long enough to look up and notice; a screen that was put away on purpose is not complained of all evening. */
const FORGET_MS = 10 * 60_000;
/** Anybody may open a screen: what a node lists is bounded. */
const MOST = 64;

type Parts = { now: () => number; publish(pages: Pages): void; show(pages: Pages): void };

export function createScreenPages({ now, publish, show }: Parts): ScreenPages {
  let here: Pages = {};
  /** Of a page there may be two connections while it comes back: the server hears of a dead one late. */
  const connections = new Map<string, number>();
  const others = new Map<string, { heardAt: number; pages: Pages }>();
  let saidAt = 0;

  const showAll = (): void => {
    const told = [...others.values()].map(({ heardAt, pages }) =>
      now() - heardAt > SILENT_MS ? lost(pages, heardAt) : pages,
    );
    show([here, ...told].reduce(merge, {}));
  };

  function say(): void {
    saidAt = now();
    publish(here);
    showAll();
  }

  function makeRoom(): boolean {
    const all = Object.entries(here);
    if (all.length < MOST) return true;
    const [gone] = all.filter(([, { lostAt }]) => lostAt !== null);
    if (gone === undefined) return false;
    here = without(here, gone[0]);
    return true;
  }

  return {
    join({ id, screen, overlay }) {
      const before = here[id];
      if (before === undefined && !makeRoom()) return;
      connections.set(id, (connections.get(id) ?? 0) + 1);
      const since = before?.lostAt === null ? before.since : now();
      here = { ...here, [id]: { screen, overlay, since, lostAt: null } };
      say();
    },
    leave(id) {
      const page = here[id];
      const rest = (connections.get(id) ?? 0) - 1;
      if (page === undefined || rest < 0) return; // it was never listed
      if (rest > 0) return void connections.set(id, rest);
      connections.delete(id);
      here = { ...here, [id]: { ...page, lostAt: now() } };
      say();
    },
    hear(node, pages) {
      others.set(node, { heardAt: now(), pages });
      showAll();
    },
    tend() {
      const known = Object.keys(here).length;
      here = remembered(here, now() - FORGET_MS);
      for (const [node, { heardAt }] of others) if (heardAt < now() - FORGET_MS) others.delete(node);
      const isForgotten = Object.keys(here).length < known;
      if (isForgotten || (known > 0 && now() - saidAt >= REPEAT_MS)) say();
      else showAll();
    },
  };
}

const remembered = (pages: Pages, since: number): Pages =>
  Object.fromEntries(Object.entries(pages).filter(([, { lostAt }]) => lostAt === null || lostAt >= since));

const without = (pages: Pages, id: string): Pages =>
  Object.fromEntries(Object.entries(pages).filter(([other]) => other !== id));

const lost = (pages: Pages, at: number): Pages =>
  Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, { ...page, lostAt: page.lostAt ?? at }]));

/** A page is here while any node has it, and left when the last of them lost it. */
const merge = (some: Pages, more: Pages): Pages => ({
  ...some,
  ...Object.fromEntries(Object.entries(more).map(([id, page]) => [id, newer(some[id], page)])),
});

function newer(one: ScreenPresence | undefined, other: ScreenPresence): ScreenPresence {
  if (one === undefined) return other;
  return (one.lostAt ?? Infinity) >= (other.lostAt ?? Infinity) ? one : other;
}
