/** A page in the background paints nothing, yet must not pile up frames. */
const BACKGROUND_MS = 250;

/** Runs the callback before the next paint, or soon where nothing paints. Returns its cancel. */
export function beforePaint(callback: () => void): () => void {
  const run = (): void => {
    cancel();
    callback();
  };
  const paints = typeof requestAnimationFrame === 'function';
  const frame = paints ? requestAnimationFrame(run) : 0;
  const timer = setTimeout(run, paints ? BACKGROUND_MS : 0);
  const cancel = (): void => {
    if (paints) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return cancel;
}
