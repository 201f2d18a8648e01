const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Hanzi, kana, ASCII and full-width forms: one unit, one grapheme. Most comments are nothing else. */
const SINGLE_UNITS = /^[\x20-\x7e\u3001-\u3029\u3030-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** What a text measures: its graphemes (what a person counts as characters) and the code points of the longest one. */
export type Measure = { graphemes: number; longest: number };

/** Measures a text; an empty one is `{ graphemes: 0, longest: 0 }`. */
export function measure(text: string): Measure {
  if (SINGLE_UNITS.test(text)) return { graphemes: text.length, longest: Math.min(text.length, 1) };
  let graphemes = 0;
  let longest = 0;
  for (const { segment } of segmenter.segment(text)) {
    graphemes += 1;
    if (segment.length > longest) longest = Math.max(longest, [...segment].length);
  }
  return { graphemes, longest };
}

/** How many characters a person would count. */
export const countGraphemes = (text: string): number => measure(text).graphemes;
