import { refuse } from './refusal.ts';

/**
 * Reads JSON that says each thing once (RFC 7493): `JSON.parse` keeps the last of two equal keys without a word,
 * and no count or score may vanish that way. Throws a Refusal.
 */
export function parseStrictly(text: string): unknown {
  const value = parse(text);
  // From here on the text is known to be JSON, so that brackets and strings are all there is to look at.
  const open: Set<string>[] = [];
  const marks = /["{}[\]]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '{' || mark[0] === '[') open.push(new Set());
    else if (mark[0] === '"') marks.lastIndex = readString(text, mark.index, open[open.length - 1]);
    else open.pop();
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse('SC-19', `the file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where the string that begins at `start` ends; one that is a key is looked up among those of its object. */
function readString(text: string, start: number, keys: Set<string> | undefined): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  end += 1;
  const next = /\S/g;
  next.lastIndex = end;
  if (next.exec(text)?.[0] !== ':') return end;

  const key = String(JSON.parse(text.slice(start, end)));
  if (key === '__proto__') refuse('SC-19', `${key} cannot be an id`);
  if (keys?.has(key)) refuse('SC-19', `the file says ${JSON.stringify(key)} twice in one object`);
  keys?.add(key);
  return end;
}
