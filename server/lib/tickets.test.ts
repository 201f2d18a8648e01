import { expect, test } from 'vitest';
import { createTickets } from './tickets.ts';

let now = 1_000_000;
const tickets = createTickets('a secret', { now: () => now });

test('a ticket holds for its address and its time, and for nothing else', () => {
  const ticket = tickets.issue('10.0.0.1');
  expect(tickets.isValid(ticket, '10.0.0.1')).toBe(true);
  expect(tickets.isValid(ticket, '10.0.0.2')).toBe(false);
  expect(createTickets('another', { now: () => now }).isValid(ticket, '10.0.0.1')).toBe(false);
  now += 13 * 3_600_000;
  expect(tickets.isValid(ticket, '10.0.0.1')).toBe(false);
});

test.each(['', '.', 'x.y', '9999999999999.', `9999999999999.${'A'.repeat(24)}`, '1e99.a', 'ü.ü'])(
  '“%s” is none',
  (ticket) => {
    expect(tickets.isValid(ticket, '10.0.0.1')).toBe(false);
  },
);
