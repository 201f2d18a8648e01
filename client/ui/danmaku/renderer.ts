import { createLanes } from './lanes.ts';
import { CROSSING_MS, type DanmakuSettings, DEFAULT_DANMAKU, SIZES, STARTS_PER_SECOND } from './settings.ts';
import { createStash } from './stash.ts';
import { createStrip, type Strip } from './strip.ts';
import { createTextWidth } from './text-width.ts';

export type DanmakuItem = { id: string; text: string; isOwn: boolean };

/** Whatever draws danmaku over the picture. */
export type DanmakuRenderer = {
  show(item: DanmakuItem): void;
  /** Takes one back, also in mid-flight. */
  remove(id: string): void;
  /** Takes everything back: what flies, and what waits to. */
  clear(): void;
  /** From now on, and for what is in the air. */
  apply(settings: DanmakuSettings): void;
  destroy(): void;
};

export type DanmakuClasses = Record<'strip' | 'item' | 'own', string | undefined>;

/** Between one and the next in a lane; one's own has a frame around it as well. */
const GAP_PX = 24;
const FRAME_PX = 22;
/** Of a lane, in times its text. */
const LANE_HEIGHT = 1.6;

/** Entries are settled this far ahead, and looked at again so often: the page changes once for several of them. */
const AHEAD_MS = 400;
const AGAIN_MS = 200;
/** How often what has left the picture is taken off the page. */
const TIDY_MS = 1_000;

/**
 * Lanes on the Web Animations API, in the upper part of the element. Nothing here reads the page's layout as they fly.
 * Who comes with one frame is put on the page with it, those whose turn is later so much further out, where nobody sees
 * them: one style, layout and paint for all, however busy the page; from there on they fly without it.
 */
export function createLaneRenderer(
  stage: HTMLElement,
  classes: DanmakuClasses,
  wanted: DanmakuSettings = DEFAULT_DANMAKU,
): DanmakuRenderer {
  const flying = new Map<string, HTMLElement>();
  const strips = new Set<Strip>();
  let open: Strip | null = null;
  const stash = createStash<DanmakuItem & { since: number }>();
  const lanes = createLanes(1);
  let settings = wanted;
  let size = { width: 0, laneHeight: 0 };
  let widthOf = (_text: string): number => 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tidying: ReturnType<typeof setTimeout> | undefined;
  let nextAt = 0;

  const measure = (): void => {
    if (!stage.isConnected) return; // taken away between the change of its size and the word of it
    stage.style.setProperty('--danmaku-size', String(SIZES[settings.size]));
    stage.style.opacity = String(settings.opacityPercent / 100);
    const laneHeight = Number.parseFloat(getComputedStyle(stage).fontSize) * LANE_HEIGHT;
    size = { width: stage.clientWidth, laneHeight };
    open = null; // what is on its way goes on as it was laid out
    widthOf = createTextWidth(stage);
    lanes.resize(Math.max(1, Math.floor((stage.clientHeight * settings.areaPercent) / 100 / laneHeight)));
  };
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
  observer?.observe(stage);
  measure();

  const land = (strip: Strip): void => {
    strips.delete(strip);
    if (strip === open) open = null;
    for (const id of strip.ids) flying.delete(id);
    strip.remove();
  };
  const landAll = (): void => {
    for (const strip of strips) land(strip);
  };
  function tidy(): void {
    clearTimeout(tidying);
    for (const strip of strips) if (strip.isOver()) land(strip);
    tidying = strips.size > 0 ? setTimeout(tidy, TIDY_MS) : undefined;
  }

  const stripFor = (at: number): Strip => {
    if (open?.takes(at)) return open;
    const crossingMs = CROSSING_MS[settings.speed];
    open = createStrip(stage, { className: classes.strip ?? '', width: size.width, crossingMs });
    strips.add(open);
    return open;
  };

  /** On its way to enter the picture at a time that a lane is free at. */
  function send(item: DanmakuItem, at: number): void {
    const length = widthOf(item.text) + (item.isOwn ? FRAME_PX : 0);
    const pxPerMs = size.width / CROSSING_MS[settings.speed];
    const lane = lanes.claim(at, (length + GAP_PX) / pxPerMs) ?? 0;
    const element = document.createElement('span');
    element.className = [classes.item, item.isOwn && classes.own].filter(Boolean).join(' ');
    element.textContent = item.text;
    element.dir = 'auto';
    element.style.top = `${lane * size.laneHeight}px`;
    stripFor(at).put(item.id, element, at, length);
    flying.set(item.id, element);
  }

  function plan(): void {
    clearTimeout(timer);
    timer = undefined;
    if (size.width === 0) stash.clear(); // nowhere to fly
    const now = performance.now();
    for (;;) {
      const at = Math.max(now, nextAt, lanes.soonest());
      const item = at < now + AHEAD_MS ? stash.take(now) : undefined;
      if (!item) break;
      send(item, at);
      nextAt = at + 1_000 / STARTS_PER_SECOND[settings.density];
    }
    if (stash.size > 0) timer = setTimeout(plan, AGAIN_MS);
    tidying ??= setTimeout(tidy, TIDY_MS);
  }

  return {
    show(item) {
      // A page in the background draws nothing and must not greet its reader with a backlog.
      if (document.visibilityState === 'hidden' || flying.has(item.id)) return;
      stash.put({ ...item, since: performance.now() });
      plan();
    },
    remove(id) {
      stash.remove(id);
      flying.get(id)?.remove();
      flying.delete(id);
    },
    clear() {
      stash.clear();
      landAll();
      nextAt = 0;
    },
    apply(chosen) {
      const slower = CROSSING_MS[chosen.speed] / CROSSING_MS[settings.speed];
      settings = chosen;
      measure();
      if (slower === 1) return;
      lanes.stretch(performance.now(), slower);
      for (const strip of strips) strip.slowDown(slower);
    },
    destroy() {
      clearTimeout(timer);
      clearTimeout(tidying);
      observer?.disconnect();
      stash.clear();
      landAll();
    },
  };
}
