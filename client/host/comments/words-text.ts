import { LIMITS } from '#shared/limits.ts';
import type { WordList } from '#shared/model/event.ts';
import type { RawInput } from '#shared/protocol/commands.ts';

export type ParsedWords = { words: string[]; tooLong: string[] };

/** One word per line, or with commas, tabs or quotes between, as a table is pasted or exported; each once. */
export function parseWords(text: string): ParsedWords {
  const all = text
    .replace(/^\uFEFF/, '')
    .split(/[\n\r\t,，、;；"]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unique = [...new Set(all)];
  return {
    words: unique.filter((word) => word.length <= LIMITS.wordLength),
    tooLong: unique.filter((word) => word.length > LIMITS.wordLength),
  };
}

type Change = RawInput<'words:change'>;
type Kind = keyof WordList;

const KINDS: readonly Kind[] = ['block', 'allow', 'names'];
/** A message of words alone stays well below what the server reads. */
const MAX_BYTES = LIMITS.messageBytes - 2_000;

/** What makes the saved list the wanted one, in steps that each fit into one message. */
export function changesOf(saved: WordList, wanted: WordList): Change[] {
  return KINDS.flatMap((kind) => {
    const [was, is] = [new Set(saved[kind]), new Set(wanted[kind])];
    const added = wanted[kind].filter((word) => !was.has(word));
    const removed = saved[kind].filter((word) => !is.has(word));
    return [
      ...inMessages(removed).map((words): Change => ({ remove: { [kind]: words } })),
      ...inMessages(added).map((words): Change => ({ add: { [kind]: words } })),
    ];
  });
}

/** The same in one step; null where that is more than one message holds. */
export function changeOf(saved: WordList, wanted: WordList): Change | null {
  const changes = changesOf(saved, wanted);
  const words = changes.flatMap(({ add, remove }) =>
    [add, remove].flatMap((some) => KINDS.flatMap((kind) => some?.[kind] ?? [])),
  );
  if (inMessages(words).length > 1) return null;
  return {
    remove: Object.assign({}, ...changes.map(({ remove }) => remove)),
    add: Object.assign({}, ...changes.map(({ add }) => add)),
  };
}

function inMessages(words: readonly string[]): string[][] {
  const messages: string[][] = [];
  let bytes = Infinity;
  for (const word of words) {
    const size = new TextEncoder().encode(JSON.stringify(word)).length + 1;
    if (bytes + size > MAX_BYTES) {
      messages.push([]);
      bytes = 0;
    }
    messages.at(-1)?.push(word);
    bytes += size;
  }
  return messages;
}
