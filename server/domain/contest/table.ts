import { fail } from '../../lib/app-error.ts';

type Columns = Record<string, { words: readonly string[]; max: number }>;
type Row<C extends Columns> = { [K in keyof C]: string };

/**
 * Rows of a spreadsheet, as CSV (RFC 4180, comma or semicolon) or as pasted cells (tabs). The first line names the
 * columns, in any order; `name` must be there and filled. One wrong line refuses them all, and is named.
 */
export function readTable<C extends Columns>(text: string, columns: C): Row<C>[] {
  const [head, ...lines] = readCells(text.replace(/^\uFEFF/, ''));
  if (head === undefined) fail('INVALID', 'text: there is nothing in it');
  const titles = head.map((title) => title.trim().toLowerCase());
  const places = Object.entries(columns).map(([field, { words, max }]) => ({
    field,
    max,
    index: titles.findIndex((title) => words.includes(title)),
  }));
  if (places.find(({ field }) => field === 'name')?.index === -1)
    fail('INVALID', `text: line 1 has no column ${columns['name']?.words.join(' / ')}`);
  const rows = lines
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) fail('INVALID', 'text: there are no rows under the first line');
  return rows.map(({ cells, line }) => readRow(cells, line, places)) as Row<C>[];
}

type Place = { field: string; max: number; index: number };

function readRow(cells: readonly string[], line: number, places: readonly Place[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const { field, max, index } of places) {
    const value = (index === -1 ? '' : (cells[index] ?? '')).replaceAll(/\s+/g, ' ').trim();
    if (field === 'name' && value === '') fail('INVALID', `text: line ${line} has no name`);
    if (value.length > max) fail('INVALID', `text: line ${line}: ${field} is longer than ${max} characters`);
    row[field] = value;
  }
  return row;
}

/** The cells of every line; quotes may hold separators, line breaks and doubled quotes. */
function readCells(text: string): string[][] {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ',';
  // Pasted cells may begin with a quote that means itself; in CSV such a cell is one whose end is missing.
  const plain = separator === '\t' ? String.raw`[^\t\r\n]*` : `(?!")[^${separator}\r\n]*`;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|(${plain}))(${separator}|\r\n|\n|\r|$)`, 'gy');
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) return fail('INVALID', `text: line ${lines.length + 1}: a quote is not closed`);
    const [, quoted, bare, end] = found;
    line.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end !== separator) {
      lines.push(line);
      line = [];
    } else if (cell.lastIndex === text.length) line.push('');
    if (cell.lastIndex === at) break;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}
