import { createLanes } from './lanes.ts';
import { createStash } from './stash.ts';

export type DanmakuItem = { id: string; text: string; isOwn: boolean };

/** Whatever draws danmaku over the picture. */
export type DanmakuRenderer = {
  show(item: DanmakuItem): void;
  /** Takes one back, also in mid-flight. */
  remove(id: string): void;
  destroy(): void;
};

export type DanmakuClasses = { item: string | undefined; own: string | undefined };

/** Readable at most; more is noise, and the list has them all. */
const STARTS_PER_SECOND = 20;
const AREA = 0.5;
const CROSSING_MS = 8_000;
const GAP_PX = 24;

/** Lanes on the Web Animations API, in the upper half of the element. */
export function createLaneRenderer(stage: HTMLElement, classes: DanmakuClasses): DanmakuRenderer {
  const flying = new Map<string, { element: HTMLElement; animation: Animation }>();
  const stash = createStash<DanmakuItem & { since: number }>();
  let size = { width: 0, laneHeight: 0 };
  let lanes = createLanes(0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const measure = (): void => {
    const laneHeight = Number.parseFloat(getComputedStyle(stage).fontSize) * 1.75;
    size = { width: stage.clientWidth, laneHeight };
    lanes = createLanes(Math.max(1, Math.floor((stage.clientHeight * AREA) / laneHeight)));
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
    const element = document.createElement('span');
    element.className = [classes.item, item.isOwn && classes.own].filter(Boolean).join(' ');
    element.textContent = item.text;
    element.dir = 'auto';
    stage.append(element);
    const length = element.offsetWidth;
    const pxPerMs = size.width / CROSSING_MS;
    const lane = pxPerMs > 0 ? lanes.claim(now, (length + GAP_PX) / pxPerMs) : null;
    if (lane === null) {
      element.remove();
      return false;
    }
    element.style.top = `${lane * size.laneHeight}px`;
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
    timer = setTimeout(next, 1_000 / STARTS_PER_SECOND);
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
    destroy() {
      clearTimeout(timer);
      observer?.disconnect();
      stash.clear();
      for (const id of flying.keys()) land(id);
    },
  };
}
