import writeExcel, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Certificate } from '../lib/certificate.ts';
import type { Row } from './exports.ts';
import { ROUND_TABLES } from './round-tables.ts';

const SHEETS = { results: '成绩', scores: '评分', votes: '票数' } satisfies Record<
  keyof typeof ROUND_TABLES,
  string
>;
const WIDTHS: Readonly<Record<string, number>> = {
  name: 16,
  organisation: 20,
  title: 24,
  judgeName: 16,
  awards: 16,
  explanation: 80,
};
const USUAL_WIDTH = 12;
/** What Excel keeps every digit of; a longer figure stays text. */
const NUMBER = /^-?\d{1,11}(?:\.\d{1,4})?$/;
/** Columns whose content people chose: text, whatever it looks like. */
const TEXTS = new Set(['entry', 'name', 'organisation', 'title', 'judge', 'judgeName', 'exact', 'group']);

/** A published round as one workbook. Every text is a text cell: nothing in it can be a formula. */
export function roundWorkbook(certificate: Certificate): Promise<Buffer> {
  const sheets = Object.entries(ROUND_TABLES).map(([name, rows]) => {
    const [head = [], ...lines] = rows(certificate);
    const titles = head.map(String);
    return {
      sheet: SHEETS[name as keyof typeof SHEETS],
      data: [titles.map(titleCell), ...lines.map((line) => lineOf(titles, line))] satisfies SheetData,
      columns: titles.map((title) => ({ width: WIDTHS[title] ?? USUAL_WIDTH })),
      stickyRowsCount: 1,
    };
  });
  return writeExcel(sheets).toBuffer();
}

const titleCell = (title: string): Cell => ({ value: title, type: String, fontWeight: 'bold' });

const lineOf = (titles: readonly string[], line: Row): Cell[] =>
  line.map((value, index): Cell => {
    if (value === '') return null;
    if (typeof value === 'number') return { value, type: Number };
    if (TEXTS.has(titles[index] ?? '') || !NUMBER.test(value)) return { value, type: String };
    const digits = value.split('.')[1]?.length ?? 0;
    return { value: Number(value), type: Number, format: digits === 0 ? '0' : `0.${'0'.repeat(digits)}` };
  });
