import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readTabulation } from '#shared/rules/scoring/read-tabulation.ts';
import { Refusal } from '#shared/rules/scoring/refusal.ts';
import { tabulate, type Tabulated } from '#shared/rules/scoring/tabulate.ts';
import { Stop } from './exit.ts';
import type { Words } from './words.ts';

/** The result of a tabulation file, `-` for standard input: no server and no configuration are asked. */
export async function tabulateFile(file: string, words: Words): Promise<Tabulated> {
  const text = await readText(file, words);
  try {
    return tabulate(readTabulation(text));
  } catch (error) {
    throw error instanceof Refusal ? new Stop('usage', error.message) : error;
  }
}

async function readText(file: string, words: Words): Promise<string> {
  try {
    const bytes = await (file === '-' ? buffer(process.stdin) : readFile(file));
    if (!isUtf8(bytes)) throw new Error('not UTF-8');
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw new Stop('usage', words.unreadable(file, reasonOf(error)));
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
};
