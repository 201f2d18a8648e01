/** Runs in the page: whether so many danmaku have come half their way over the picture, or farther. */
export const areFlying = (count: number): boolean =>
  [...document.querySelectorAll('[aria-hidden=true] > div > span[dir=auto]')].filter((span) => {
    const { left, right } = span.getBoundingClientRect();
    return right > 0 && left < document.documentElement.clientWidth / 2.4;
  }).length >= count;
