import { beforeEach, describe, expect, it } from 'vitest';
import { readKey, takeKey } from './host-key.ts';

describe('the key of the desk', () => {
  beforeEach(() => window.history.replaceState(null, '', '/'));

  it.each([
    ['https://live.example/host/demo#token=xl1.a-b_c.d', 'xl1.a-b_c.d'],
    ['#token=xl1.abc', 'xl1.abc'],
    ['#lang=en&token=a%2Fb', 'a/b'],
    ['#token=100%', '100%'],
    ['  xl1.abc ', 'xl1.abc'],
    ['https://live.example/host/demo', null],
    ['two words', null],
    ['', null],
  ])('reads %j as %j', (text, key) => expect(readKey(text)).toBe(key));

  it('is taken from the address, kept for the event, and stands in the address no more', () => {
    window.history.replaceState(null, '', '/host/gala?lang=en#token=xl1.secret');
    expect(takeKey('gala')).toBe('xl1.secret');
    expect(window.location.href).toMatch(/\/host\/gala\?lang=en$/);
    expect(takeKey('gala')).toBe('xl1.secret');
    expect(takeKey('another')).toBeNull();
  });

  it('gives way to a newer one', () => {
    window.history.replaceState(null, '', '/host/gala#token=xl1.newer');
    expect(takeKey('gala')).toBe('xl1.newer');
  });
});
