/** How long a strip takes in newcomers; then the next one does, and this one leaves with its last comment. */
const OPEN_MS = 4_000;
/** In times across the picture: longer than the longest comment takes. */
const LIFE = 30;

/**
 * A strip of comments that flies across the picture as one: one animation and one layer for all, so that a page with a
 * hundred in the air has no more to do for them than with ten. Times are of the page's clock, distances in CSS pixels.
 */
export function createStrip(
  stage: HTMLElement,
  { className, width, crossingMs }: { className: string; width: number; crossingMs: number },
) {
  const pxPerMs = width / crossingMs;
  const lifeMs = LIFE * crossingMs;
  const element = document.createElement('div');
  element.className = className;
  stage.append(element);
  const animation = element.animate(
    [
      { transform: `translate3d(${width}px, 0, 0)` },
      { transform: `translate3d(${width - lifeMs * pxPerMs}px, 0, 0)` },
    ],
    { duration: lifeMs, easing: 'linear', fill: 'both' },
  );
  // Said rather than left to the first picture, which on a busy page comes late and closes up the distances.
  const startedAt = Number(document.timeline.currentTime ?? performance.now());
  animation.startTime = startedAt;
  let emptyAtMs = 0;
  const ids: string[] = [];

  return {
    ids,
    takes: (at: number): boolean => at < startedAt + OPEN_MS,
    /** Enters the picture at that time, from out of sight until then. */
    put(id: string, item: HTMLElement, at: number, length: number): void {
      const left = (at - startedAt) * pxPerMs;
      item.style.left = `${left}px`;
      element.append(item);
      ids.push(id);
      emptyAtMs = Math.max(emptyAtMs, (left + length + width) / pxPerMs);
    },
    isOver: (): boolean => Number(animation.currentTime ?? 0) >= Math.min(emptyAtMs, lifeMs),
    slowDown(factor: number): void {
      animation.playbackRate /= factor;
    },
    remove(): void {
      animation.cancel();
      element.remove();
    },
  };
}

export type Strip = ReturnType<typeof createStrip>;
