/** A line of a table as it was written, from 1; quoted cells may hold line breaks. Null when there is none. */
export function lineOf(text: string, line: number): string | null {
  const lines: string[] = [];
  let current = '';
  let isQuoted = false;
  for (const character of text.replace(/\r\n?/g, '\n')) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === '\n' && !isQuoted) {
      lines.push(current);
      current = '';
    } else current += character;
  }
  lines.push(current);
  return lines[line - 1] ?? null;
}

/** What the text weighs on its way, as a string of a message. */
export const tableBytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** Spreadsheets in Chinese still write GBK, which is no valid UTF-8. */
export async function readTableFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, then.
    return new TextDecoder('gbk').decode(bytes);
  }
}
