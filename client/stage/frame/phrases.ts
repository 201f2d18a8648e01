/** Longest run, in characters, that may be kept on one line. */
const LONGEST = 10;

/** Whether a text falls into short phrases, so that its lines may break between them alone. */
export const hasShortPhrases = (text: string): boolean =>
  text.split(/[\s\p{P}]+/u).every((phrase) => [...phrase].length <= LONGEST);
