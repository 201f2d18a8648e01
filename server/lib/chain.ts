import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** What the first record of a log stands on. */
export const GENESIS = '0'.repeat(64);

const HASH = /^[0-9a-f]{64}$/;

/** What a record adds to the chain: hex SHA-256 of its canonical JSON. */
export const digestOf = (record: unknown): string =>
  createHash('sha256').update(canonical(record)).digest('hex');

/** The hash behind a record of this digest: hex SHA-256 over a zero byte, the previous hash and the digest. */
export function linkHash(previous: string, digest: string): string {
  if (!HASH.test(previous)) throw new TypeError('the previous hash is not a SHA-256 in hexadecimal');
  if (!HASH.test(digest)) throw new TypeError('the digest is not a SHA-256 in hexadecimal');
  return createHash('sha256').update('\0').update(previous, 'hex').update(digest, 'hex').digest('hex');
}

/**
 * A record's place in a hash-chained log. Whoever changes, drops or swaps a record changes every hash behind it; and
 * whoever has the digests can check the chain without being shown the records.
 */
export const chainHash = (previous: string, record: unknown): string => linkHash(previous, digestOf(record));
