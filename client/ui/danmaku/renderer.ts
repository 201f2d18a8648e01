import { createLanes } from './lanes.ts';
import { CROSSING_MS, type DanmakuSettings, DEFAULT_DANMAKU, SIZES, STARTS_PER_SECOND } from './settings.ts';
import { createStash } from './stash.ts';
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

export type DanmakuClasses = { item: string | undefined; own: string | undefined };

/** Between one and the next in a lane; one's own has a frame around it as well. */
const GAP_PX = 24;
const FRAME_PX = 22;
/** Of a lane, in times its text. */
const LANE_HEIGHT = 1.75;

/** Lanes on the Web Animations API, in the upper part of the element. Nothing here reads the page's layout as they fly. */
export function createLaneRenderer(
  stage: HTMLElement,
  classes: DanmakuClasses,
  wanted: DanmakuSettings = DEFAULT_DANMAKU,
): DanmakuRenderer {
  const flying = new Map<string, { element: HTMLElement; animation: Animation }>();
  const stash = createStash<DanmakuItem & { since: number }>();
  const lanes = createLanes(1);
  let settings = wanted;
  let size = { width: 0, laneHeight: 0 };
  let widthOf = (_text: string): number => 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const measure = (): void => {
    if (!stage.isConnected) return; // taken away between the change of its size and the word of it
    stage.style.setProperty('--danmaku-size', String(SIZES[settings.size]));
    stage.style.opacity = String(settings.opacityPercent / 100);
    const laneHeight = Number.parseFloat(getComputedStyle(stage).fontSize) * LANE_HEIGHT;
    size = { width: stage.clientWidth, laneHeight };
    widthOf = createTextWidth(stage);
    lanes.resize(Math.max(1, Math.floor((stage.clientHeight * settings.areaPercent) / 100 / laneHeight)));
  };
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
  observer?.observe(stage);
  measure();

  const land = (id: string): void => {
    const flight = flying.get(id);
    flying.delete(id);
    flight?.animation.cancel();
    flight?.element.remove();
  };

  /** Returns false when no lane is free. */
  function start(item: DanmakuItem, now: number): boolean {
    const length = widthOf(item.text) + (item.isOwn ? FRAME_PX : 0);
    const pxPerMs = size.width / CROSSING_MS[settings.speed];
    const lane = pxPerMs > 0 ? lanes.claim(now, (length + GAP_PX) / pxPerMs) : null;
    if (lane === null) return false;
    const element = document.createElement('span');
    element.className = [classes.item, item.isOwn && classes.own].filter(Boolean).join(' ');
    element.textContent = item.text;
    element.dir = 'auto';
    element.style.top = `${lane * size.laneHeight}px`;
    stage.append(element);
    const animation = element.animate(
      [{ transform: `translate3d(${size.width}px, 0, 0)` }, { transform: `translate3d(${-length}px, 0, 0)` }],
      { duration: (size.width + length) / pxPerMs, easing: 'linear', fill: 'both' },
    );
    animation.onfinish = () => land(item.id);
    flying.set(item.id, { element, animation });
    return true;
  }

  function next(): void {
    timer = undefined;
    const now = performance.now();
    const item = stash.take(now);
    if (!item) return;
    if (!start(item, now)) stash.putBack(item);
    timer = setTimeout(next, 1_000 / STARTS_PER_SECOND[settings.density]);
  }

  return {
    show(item) {
      // A page in the background draws nothing and must not greet its reader with a backlog.
      if (document.visibilityState === 'hidden' || flying.has(item.id)) return;
      stash.put({ ...item, since: performance.now() });
      timer ??= setTimeout(next, 0);
    },
    remove(id) {
      stash.remove(id);
      land(id);
    },
    clear() {
      stash.clear();
      for (const id of flying.keys()) land(id);
    },
    apply(chosen) {
      const slower = CROSSING_MS[chosen.speed] / CROSSING_MS[settings.speed];
      settings = chosen;
      measure();
      if (slower === 1) return;
      lanes.stretch(performance.now(), slower);
      for (const { animation } of flying.values()) animation.playbackRate /= slower;
    },
    destroy() {
      clearTimeout(timer);
      observer?.disconnect();
      stash.clear();
      for (const id of flying.keys()) land(id);
    },
  };
}
