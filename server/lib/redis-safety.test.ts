import { describe, expect, test } from 'vitest';
import { inspectRedis, type Finding, type RedisCaller } from './redis-safety.ts';

type World = {
  info: Record<string, string>;
  config: Record<string, string> | null;
  flags: string[];
  may: string[];
};
const safe: World = {
  info: { redis_version: '7.4.7', aof_enabled: '1', maxmemory_policy: 'noeviction' },
  config: {
    appendfsync: 'always',
    requirepass: '',
    bind: '127.0.0.1 -::1',
    'protected-mode': 'no',
    port: '6379',
    'tls-port': '0',
  },
  flags: ['on', 'nopass'],
  may: [],
};

/** A Redis that answers what a real one would (replies as 7.0.15 gives them). */
const redis = ({ info, config, flags, may }: World): RedisCaller => ({
  async call(command, ...args) {
    switch ([command, args[0]].filter(Boolean).join(' ')) {
      case 'INFO':
        return ['# Server', ...Object.entries(info).map(([name, value]) => `${name}:${value}`), ''].join(
          '\r\n',
        );
      case 'CONFIG GET':
        if (config) return Object.entries(config).flat();
        break;
      case 'ACL WHOAMI':
        return 'app';
      case 'ACL GETUSER':
        return ['flags', flags, 'passwords', []];
      case 'ACL DRYRUN':
        return may.includes(args[2] ?? '')
          ? 'OK'
          : `User app has no permissions to run the '${args[2]}' command`;
    }
    throw new Error(`NOPERM User app has no permissions to run the '${command}' command`);
  },
});
const findings = async (change: Partial<World>): Promise<string[]> =>
  (await inspectRedis(redis({ ...safe, ...change }))).map(({ about, level }: Finding) => `${level} ${about}`);

const info = (change: Record<string, string>) => ({ info: { ...safe.info, ...change } });
const config = (change: Record<string, string>) => ({ config: { ...safe.config, ...change } });

describe('what is wrong with a Redis', () => {
  test.each<[string, Partial<World>, string[]]>([
    ['nothing', {}, []],
    ['no append-only file', info({ aof_enabled: '0' }), ['unsafe appendonly']],
    ['synced each second', config({ appendfsync: 'everysec' }), ['unsafe appendfsync']],
    ['eviction', info({ maxmemory_policy: 'allkeys-lru' }), ['unsafe eviction']],
    ['too old', info({ redis_version: '6.2.20' }), ['unsafe version']],
    ['a hole in its scripts', info({ redis_version: '7.4.5' }), ['unknown security']],
    ['a branch without a repair', info({ redis_version: '7.0.15' }), ['unknown security']],
    ['a newer branch', info({ redis_version: '8.6.3' }), []],
    ['Valkey, repaired', info({ redis_version: '7.2.4', valkey_version: '8.1.4' }), []],
    ['Valkey, not repaired', info({ redis_version: '7.2.4', valkey_version: '8.1.3' }), ['unknown security']],
    ['open to its network', config({ bind: '* -::*' }), ['unsafe exposure']],
    ['open, by an empty bind', config({ bind: '' }), ['unsafe exposure']],
    ['bound wide, but protected', config({ bind: '*', 'protected-mode': 'yes' }), []],
    ['bound wide, with a password', config({ bind: '*', requirepass: 'word' }), []],
    ['bound wide, default user off', { ...config({ bind: '*' }), flags: ['off', 'nopass'] }, []],
    ['a socket file alone', config({ bind: '*', port: '0' }), []],
    ['dangerous commands', { may: ['FLUSHALL', 'CONFIG'] }, ['unsafe commands']],
    ['CONFIG is denied', { config: null }, ['unknown appendfsync']],
    [
      'CONFIG is denied, and no append-only file',
      { config: null, ...info({ aof_enabled: '0' }) },
      ['unsafe appendonly'],
    ],
    ['INFO says nothing', { info: {} }, ['unknown eviction', 'unknown version']],
  ])('%s', async (_, world, expected) => {
    expect(await findings(world)).toEqual(expected);
  });

  test('a connection that fails is not a finding', async () => {
    const broken: RedisCaller = { call: () => Promise.reject(new Error('Connection is closed.')) };
    await expect(inspectRedis(broken)).rejects.toThrow('closed');
  });
});
