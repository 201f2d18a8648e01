import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chainHash, digestOf, GENESIS, linkHash } from './chain.ts';

const records = [
  { seq: 1, type: 'poll:opened', payload: { label: '鹏城新力' } },
  { seq: 2, type: 'poll:closed', payload: {} },
  { seq: 3, type: 'poll:revealed', payload: { counts: [3, 4] } },
];
const tip = (log: readonly unknown[]): string => log.reduce<string>(chainHash, GENESIS);

describe('the hash chain', () => {
  test('hashes a zero byte, the previous hash and the digest of the canonical record', () => {
    const digest = createHash('sha256').update('{"a":1,"b":2}').digest();
    const bytes = Buffer.concat([Buffer.alloc(33), digest]);
    expect(chainHash(GENESIS, { b: 2, a: 1 })).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('is checked with digests alone, without the records', () => {
    expect(records.map(digestOf).reduce(linkHash, GENESIS)).toBe(tip(records));
    expect(() => linkHash(GENESIS, 'abc')).toThrow(TypeError);
  });

  test('ends elsewhere when a record is changed, dropped or swapped', () => {
    const [first, second, third] = records;
    const logs = [records, [first, second], [second, first, third], [first, { ...second, seq: 9 }, third]];
    expect(new Set(logs.map(tip)).size).toBe(logs.length);
  });

  test('does not depend on how a record is spelled', () => {
    const [first] = records;
    expect(chainHash(GENESIS, { payload: first?.payload, type: first?.type, seq: 1, none: undefined })).toBe(
      chainHash(GENESIS, first),
    );
  });

  test.each(['', 'abc', 'g'.repeat(64), GENESIS.slice(1)])(
    'refuses a previous hash that is none: %j',
    (previous) => {
      expect(() => chainHash(previous, {})).toThrow(TypeError);
    },
  );
});
