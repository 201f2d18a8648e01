import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** What the first record of a log stands on. */
export const GENESIS = '0'.repeat(64);

/**
 * A record's place in a hash-chained log: hex SHA-256 over a zero byte, the 32 bytes of the previous hash and the
 * record's canonical JSON. Whoever changes, drops or swaps a record changes every hash behind it.
 */
export function chainHash(previous: string, record: unknown): string {
  if (!/^[0-9a-f]{64}$/.test(previous))
    throw new TypeError('the previous hash is not a SHA-256 in hexadecimal');
  return createHash('sha256').update('\0').update(previous, 'hex').update(canonical(record)).digest('hex');
}
