import { LIMITS } from '#shared/limits.ts';

export type ParsedWords = { words: string[]; tooLong: string[] };

/** One word per line, or with commas between; each once. */
export function parseWords(text: string): ParsedWords {
  const all = text
    .split(/[\n,，、;；]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unique = [...new Set(all)];
  return {
    words: unique.filter((word) => word.length <= LIMITS.wordLength),
    tooLong: unique.filter((word) => word.length > LIMITS.wordLength),
  };
}

/** A list goes to the server whole, in one message, and a message has a limit. */
export const fitsOneMessage = (input: object): boolean =>
  new TextEncoder().encode(JSON.stringify(input)).length < LIMITS.messageBytes - 200;
