import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';

/**
 * A frame in a sandbox has no origin, and neither has one that any stranger's page can make. A ticket tells them apart:
 * it stands in the widget's page, which a browser shows to listed sites alone, and holds for the address that fetched it.
 */
export type Tickets = {
  issue(address: string): string;
  isValid(ticket: string, address: string): boolean;
};

const LIFE_MS = 12 * 3_600_000;

export function createTickets(secret: string, clock: Clock): Tickets {
  const seal = (address: string, until: string): string =>
    createHmac('sha256', secret).update(`ticket ${until} ${address}`).digest('base64url').slice(0, 24);
  return {
    issue(address) {
      const until = String(clock.now() + LIFE_MS);
      return `${until}.${seal(address, until)}`;
    },
    isValid(ticket, address) {
      const [until = '', mac = ''] = ticket.split('.');
      if (!/^\d{1,16}$/.test(until) || Number(until) <= clock.now()) return false;
      const expected = Buffer.from(seal(address, until));
      const given = Buffer.from(mac);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
