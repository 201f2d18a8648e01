/** A picture's text width without laying the page out, which twenty times a second is what danmaku would cost most. */
export function createTextWidth(like: Element): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(like);
  if (context) context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const em = Number.parseFloat(fontSize);
  // Without a canvas every character counts as a Chinese one: too wide keeps its distance.
  return (text) => context?.measureText(text).width ?? text.length * em;
}
