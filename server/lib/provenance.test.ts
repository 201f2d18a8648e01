import { expect, test } from 'vitest';
import { createNetworks } from './networks.ts';
import { provenanceOf, subnetOf } from './provenance.ts';

test.each([
  ['10.1.2.3', '10.1.2'],
  ['::ffff:10.1.2.3', '10.1.2'],
  ['2001:db8:1:2ff::1', '2001:db8:1:200'],
  ['2001:db8:1:2fe:9:8:7:6', '2001:db8:1:200'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', null],
  ['"><script>', null],
])('B4: %j is in the network %j', (address, subnet) => {
  expect(subnetOf(address)).toBe(subnet);
});

test('B4: a declared venue network is vouched for', () => {
  const venue = createNetworks(['203.0.113.0/24']);
  expect(provenanceOf('203.0.113.9', 5, venue)).toEqual({ subnet: '203.0.113', isVouched: true, bornAt: 5 });
  expect(provenanceOf('203.0.114.9', null, venue)).toMatchObject({ isVouched: false, bornAt: null });
});
