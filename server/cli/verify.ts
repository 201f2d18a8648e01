import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { readPublicKey, type Verdict, verifyCertificate } from '../lib/verify.ts';
import { Stop } from './exit.ts';
import type { Words } from './words.ts';

/** Checks a certificate from the file alone: no server and no configuration are asked (SC-19). */
export async function verifyFile(
  file: string,
  keyFile: string | undefined,
  words: Words,
): Promise<Exclude<Verdict, { is: 'unreadable' }>> {
  const key = keyFile === undefined ? null : await readKey(keyFile, words);
  const verdict = verifyCertificate(await readText(file, words), key);
  if (verdict.is === 'unreadable') throw new Stop('usage', words.noCertificate(file, verdict.why));
  return verdict;
}

export function tellVerdict(verdict: Exclude<Verdict, { is: 'unreadable' }>, words: Words): string {
  const { fingerprint } = verdict;
  if (verdict.is === 'different') return words.certificateDiffers(verdict.where);
  const told = verdict.isKeyChecked
    ? words.certificateEqual(fingerprint, verdict.records)
    : words.certificateConsistent(fingerprint, verdict.records);
  return verdict.hasCards ? told : `${told}\n${words.certificateHidesCards}`;
}

async function readKey(file: string, words: Words): Promise<string> {
  const text = await readText(file, words);
  try {
    return readPublicKey(text);
  } catch (error) {
    throw new Stop('usage', words.unreadable(file, error instanceof Error ? error.message : String(error)));
  }
}

/** Every byte counts: a byte order mark is one of them. */
async function readText(file: string, words: Words): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Stop('usage', words.unreadable(file, reason));
  });
  if (!isUtf8(bytes)) throw new Stop('failed', words.certificateDiffers(['the bytes are not UTF-8']));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
