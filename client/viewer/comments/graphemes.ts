/** Length as a person counts it: a family emoji is one. Old engines without a segmenter count code points. */
export function graphemes(text: string): number {
  if (typeof Intl.Segmenter === 'undefined') return [...text].length;
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}
