const STEPS = 7;

/** The largest scale between `least` and 1 that fits, or `least` when none does. Fitting is taken to be monotone. */
export function fitScale(least: number, fits: (scale: number) => boolean): number {
  if (fits(1)) return 1;
  let low = least;
  let high = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
