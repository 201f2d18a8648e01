import { expect, test } from 'vitest';
import { problemOf } from './pair.ts';
import { deviceLabel, readAddress } from './seat.ts';

test.each([
  ['#zcbq7uxz6rmdevurtvwv', { kind: 'code', value: 'zcbq7uxz6rmdevurtvwv' }],
  ['https://x.example/judge/demo#zcbq7uxz', { kind: 'code', value: 'zcbq7uxz' }],
  [' zcbq7uxz ', { kind: 'code', value: 'zcbq7uxz' }],
  ['#token=a.b%2Bc', { kind: 'token', value: 'a.b+c' }],
  ['#', null],
  ['', null],
  ['评委', null],
])('an address %o', (text, found) => expect(readAddress(text)).toEqual(found));

test.each([
  ['FORBIDDEN', 'the code was used on another device; ask the desk for a new one', 'used'],
  ['FORBIDDEN', 'this device was revoked', 'revoked'],
  ['FORBIDDEN', 'no such code', 'unknown'],
  ['CLOSED', 'the code has expired', 'expired'],
  ['CLOSED', 'the judge has 5 devices; revoke one first', 'full'],
  ['CLOSED', 'the event has no contest yet', 'noEvent'],
  ['NOT_FOUND', 'no event x', 'noEvent'],
  ['UNAVAILABLE', '', 'noAnswer'],
] as const)('%s “%s” is %s', (code, message, problem) => {
  expect(problemOf({ code, message, retryable: false })).toBe(problem);
});

test('a device’s name', () =>
  expect(deviceLabel('Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)')).toBe('iPad'));
