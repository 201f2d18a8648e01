import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { describeProtocol } from './protocol-reference.ts';

/** Commands, facts, gauges, updates and errors as the reference tells them: all that the two ends agree on. */
const FINGERPRINTS: Record<number, string> = { 2: '87bdb141a7eb766e' };

test('a change of the tables raises the protocol version, or is knowingly compatible', () => {
  const fingerprint = createHash('sha256').update(describeProtocol()).digest('hex').slice(0, 16);
  expect(
    FINGERPRINTS[PROTOCOL_VERSION],
    `The tables changed (now ${fingerprint}). If an older client or server could trip over it, raise PROTOCOL_VERSION; then write the fingerprint here.`,
  ).toBe(fingerprint);
});

test('docs/protocol.md is what the tables say', () => {
  expect(readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')).toBe(describeProtocol());
});
