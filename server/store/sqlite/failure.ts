import { StoreUnavailable } from '../store.ts';

/**
 * SQLite's primary result codes that speak of the disk or of another process, not of our statements:
 * BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB (sqlite.org/rescode.html).
 */
const TROUBLES = new Set([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26]);

/** The low byte of an extended result code is the primary one; null when SQLite did not raise this error. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

export const unavailable = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(cause instanceof Error ? cause.message : String(cause), { cause });

/** What a caller gets to see: trouble with the engine as `StoreUnavailable`, everything else as it is. */
export function storeError(error: unknown): unknown {
  const code = resultCode(error);
  return code !== null && TROUBLES.has(code) ? unavailable(error) : error;
}
