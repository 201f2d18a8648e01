import { isIP } from 'node:net';
import type { Networks } from './networks.ts';

/** Where a command comes from, as far as this node can tell; it is kept in memory alone, and never stored. */
export type Provenance = {
  /** The network around the address: /24 of IPv4, /56 of IPv6. Null where there is no address. */
  subnet: string | null;
  /** From loopback or a declared venue network, where thousands share one address. */
  isVouched: boolean;
  /** When the identity was issued, in Unix milliseconds; null where nobody knows. */
  bornAt: number | null;
};

export const NOWHERE: Provenance = { subnet: null, isVouched: false, bornAt: null };

export const provenanceOf = (address: string, bornAt: number | null, vouched: Networks): Provenance => ({
  subnet: subnetOf(address),
  isVouched: vouched.has(address),
  bornAt,
});

/** `10.1.2.3` is in `10.1.2`; `2001:db8:1:2ff::1` in `2001:db8:1:200`, its first 56 bits. */
export function subnetOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain.split('.').slice(0, 3).join('.');
  if (isIP(plain) !== 6) return null;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after].map((part) =>
    Number.parseInt(part, 16),
  );
  const [a = 0, b = 0, c = 0, d = 0] = groups;
  return [a, b, c, d & 0xff00].map((part) => part.toString(16)).join(':');
}
