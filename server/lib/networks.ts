import { BlockList, isIP } from 'node:net';

export type Networks = { has(address: string): boolean };

type Network = { address: string; prefix: number; family: 'ipv4' | 'ipv6' };

/** An address or a CIDR range as people write them; null when it is neither. */
export function parseNetwork(text: string): Network | null {
  const [address = '', prefixText, ...rest] = text.split('/');
  const version = isIP(address);
  // `::ffff:10.0.0.0/8` reads like 10.0.0.0/8 and means nearly all of IPv6: write the IPv4 range.
  if (version === 0 || rest.length > 0 || /^::ffff:/i.test(address)) return null;
  const widest = version === 4 ? 32 : 128;
  if (prefixText !== undefined && !/^\d{1,3}$/.test(prefixText)) return null;
  const prefix = prefixText === undefined ? widest : Number(prefixText);
  return prefix > widest ? null : { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Asked with an address as a socket gives it, IPv4 inside IPv6 included. Throws on what is not a network. */
export function createNetworks(ranges: readonly string[]): Networks {
  const list = new BlockList();
  for (const range of ranges) {
    const network = parseNetwork(range);
    if (!network) throw new TypeError(`not a network: ${range}`);
    list.addSubnet(network.address, network.prefix, network.family);
  }
  return {
    has(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
      const version = isIP(plain);
      return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
