/** What a last row could not read, and what lies outside the safe area: a line for each text. */
export type Fault = { text: string; problem: string };

/** Shares of the picture's height, but of its width where it is upright; the safe area is 5 % of either side. */
export const LEGIBLE = { least: 0.04, safe: 0.05, contrast: 7 } as const;

/** Runs in the page, on whatever is seen of its texts. What only a screen reader hears is not looked at. */
export function faultsOf({ least, safe, contrast }: typeof LEGIBLE): Fault[] {
  const { innerWidth: width, innerHeight: height } = window;
  const unit = Math.min(width, height);
  const faults: Fault[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: number[]): number => {
    const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The ground a text stands on: the nearest that is not see-through. */
  const groundOf = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const ground = channels(getComputedStyle(at).backgroundColor);
      if ((ground[3] ?? 1) > 0.8 && ground.length >= 3) return ground;
    }
    return [12, 11, 16];
  };

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (
      !element ||
      text === '' ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    if (own.width <= 2 || own.height <= 2 || box.width === 0) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const note = (problem: string): void => void faults.push({ text: text.slice(0, 30), problem });
    if (size < least * unit * 0.99) note(`is ${((100 * size) / unit).toFixed(1)} % high`);
    const isMoving = element.closest('[class*="strip"], [class*="_stage"], [class*="window"]') !== null;
    const slack = 0.015 * unit; // a mark that opens a line may hang out of it
    if (
      !isMoving &&
      (Math.max(box.left, own.left) < safe * width - slack ||
        Math.min(box.right, own.right) > (1 - safe) * width + slack ||
        own.top < safe * height * 0.9 - slack ||
        own.bottom > height - safe * height * 0.9 + slack)
    )
      note(
        `is not in the safe area: ${[box.left, own.top, box.right, own.bottom].map(Math.round).join(' ')}`,
      );
    const isCut = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && !isMoving;
    if (isCut && element.scrollWidth > element.clientWidth + slack) note('is cut at its side');
    if (style.color.includes('rgba(0, 0, 0, 0)')) continue;
    const [a, b] = [luminance(channels(style.color)), luminance(groundOf(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < contrast) note(`has a contrast of ${ratio.toFixed(1)}`);
  }
  return faults;
}
