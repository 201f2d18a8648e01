import { expect, test } from 'vitest';
import { readRedisAddress } from './redis-address.ts';

const at = (host: string, port: number) => ({ host, port });

test.each([
  ['redis://127.0.0.1:6379', { kind: 'single', url: 'redis://127.0.0.1:6379' }],
  [
    'rediss://app:secret@redis.example:6380/1',
    { kind: 'single', url: 'rediss://app:secret@redis.example:6380/1' },
  ],
  ['/run/redis.sock', { kind: 'single', url: '/run/redis.sock' }],
  ['redis-cluster://a', { kind: 'cluster', nodes: [at('a', 6379)], credentials: {} }],
  [
    'rediss-cluster://app:p%40ss@a:7001,b:7002,[::1]:7003',
    {
      kind: 'cluster',
      nodes: [at('a', 7001), at('b', 7002), at('::1', 7003)],
      credentials: { username: 'app', password: 'p@ss', tls: {} },
    },
  ],
  ['redis://a:1,redis://b:2', { kind: 'cluster', nodes: [at('a', 1), at('b', 2)], credentials: {} }],
  [
    'redis-sentinel://:word@s1,s2:5/gala',
    {
      kind: 'sentinel',
      master: 'gala',
      nodes: [at('s1', 26_379), at('s2', 5)],
      credentials: { password: 'word' },
    },
  ],
])('%s', (text, address) => expect(readRedisAddress(text)).toEqual(address));

test.each([
  '',
  'localhost:6379',
  'redis://',
  'redis-cluster://',
  'redis-cluster://a,,b',
  'redis-sentinel://s1',
  'http://a,b',
  'redis://a b',
])('not an address: %j', (text) => expect(readRedisAddress(text)).toBeNull());
