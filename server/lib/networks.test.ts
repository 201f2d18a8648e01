import { describe, expect, test } from 'vitest';
import { createNetworks, parseNetwork } from './networks.ts';

describe('networks', () => {
  test.each([
    ['10.20.0.0/16', '10.20.255.255', true],
    ['10.20.0.0/16', '10.21.0.0', false],
    ['10.20.0.0/16', '::ffff:10.20.3.4', true],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['2001:db8::/32', '2001:db8:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['10.20.0.0/16', '"><script>', false],
    ['10.20.0.0/16', '', false],
  ])('%s has %s: %s', (range, address, expected) => {
    expect(createNetworks([range]).has(address)).toBe(expected);
  });

  test.each([
    '',
    '10.0.0/8',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'hall',
    '::1/129',
    '::ffff:10.0.0.0/8',
  ])('%j is no network', (text) => {
    expect(parseNetwork(text)).toBeNull();
    expect(() => createNetworks([text])).toThrow(TypeError);
  });
});
