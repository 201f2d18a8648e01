import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig, redacted, type Environment, type Mistake } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'xinli-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

function mistakesOf(env: Environment): readonly Mistake[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({ PATH: '/bin', PORT: '', XINLI_SECRET: '' })).toEqual({
      port: 3_000,
      host: '0.0.0.0',
      dataFolder: resolve('data'),
      archiveFolder: resolve('data/archive'),
      store: { engine: 'sqlite' },
      adminToken: null,
      secret: null,
      origins: [],
      publicUrl: null,
      trustProxy: 0,
      venueNetworks: [],
      metricsToken: null,
      logLevel: 'info',
      workers: 1,
      isStrict: false,
      drainSeconds: 25,
      hasDemo: true,
      isDev: false,
    });
  });

  test('reads every setting', () => {
    const config = readConfig({
      PORT: '0',
      XINLI_HOST: '::1',
      XINLI_DATA: '/srv/xinli',
      XINLI_ARCHIVE: '/srv/shared',
      XINLI_STORE: 'redis',
      REDIS_URL: 'rediss://app:secret@redis.example:6380/1',
      XINLI_REDIS_PREFIX: 'gala:',
      XINLI_ADMIN_TOKEN: 'a'.repeat(16),
      XINLI_SECRET: 's'.repeat(32),
      XINLI_ORIGINS: 'https://a.example, http://b.example:8080',
      XINLI_PUBLIC_URL: 'https://live.example/',
      XINLI_TRUST_PROXY: '10.0.0.0/8,fd00::/8',
      XINLI_VENUE_NETWORKS: '10.20.0.0/16',
      XINLI_METRICS_TOKEN: 'm'.repeat(16),
      XINLI_LOG_LEVEL: 'warn',
      XINLI_WORKERS: '4',
      XINLI_STRICT: '1',
      XINLI_DRAIN_SECONDS: '5',
      XINLI_DEMO: '0',
      XINLI_DEV: '1',
    });
    expect(config).toEqual({
      port: 0,
      host: '::1',
      dataFolder: '/srv/xinli',
      archiveFolder: '/srv/shared',
      store: { engine: 'redis', url: 'rediss://app:secret@redis.example:6380/1', prefix: 'gala:' },
      adminToken: 'a'.repeat(16),
      secret: 's'.repeat(32),
      origins: ['https://a.example', 'http://b.example:8080'],
      publicUrl: 'https://live.example',
      trustProxy: ['10.0.0.0/8', 'fd00::/8'],
      venueNetworks: ['10.20.0.0/16'],
      metricsToken: 'm'.repeat(16),
      logLevel: 'warn',
      workers: 4,
      isStrict: true,
      drainSeconds: 5,
      hasDemo: false,
      isDev: true,
    });
  });

  test('takes secrets from files', () => {
    const config = readConfig({
      XINLI_STORE: 'redis',
      XINLI_SECRET_FILE: file('secret', `${'s'.repeat(40)}\n`),
      XINLI_ADMIN_TOKEN_FILE: file('admin', 'a'.repeat(20)),
      XINLI_METRICS_TOKEN_FILE: file('metrics', 'm'.repeat(20)),
      REDIS_URL_FILE: file('redis', 'redis://:word@10.0.0.1:6379'),
    });
    expect(config.secret).toBe('s'.repeat(40));
    expect(config.adminToken).toBe('a'.repeat(20));
    expect(config.metricsToken).toBe('m'.repeat(20));
    expect(config.store).toEqual({ engine: 'redis', url: 'redis://:word@10.0.0.1:6379', prefix: 'xinli:' });
  });

  test.each<[string, string]>([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['XINLI_HOST', 'http://here'],
    ['XINLI_STORE', 'postgres'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://'],
    ['XINLI_REDIS_PREFIX', '{x}'],
    ['XINLI_ADMIN_TOKEN', 'short'],
    ['XINLI_ADMIN_TOKEN', 'has spaces and a lot of letters'],
    ['XINLI_SECRET', 's'.repeat(31)],
    ['XINLI_ORIGINS', 'https://a.example/path'],
    ['XINLI_ORIGINS', '*'],
    ['XINLI_ORIGINS', 'https://a.example,'],
    ['XINLI_PUBLIC_URL', 'ftp://live.example'],
    ['XINLI_PUBLIC_URL', 'https://live.example/?a=1'],
    ['XINLI_TRUST_PROXY', '11'],
    ['XINLI_TRUST_PROXY', 'true'],
    ['XINLI_TRUST_PROXY', '::ffff:10.0.0.0/8'],
    ['XINLI_VENUE_NETWORKS', '10.0.0.0/33'],
    ['XINLI_LOG_LEVEL', 'loud'],
    ['XINLI_WORKERS', '0'],
    ['XINLI_WORKERS', '2'], // the embedded engine is for one process
    ['XINLI_STRICT', 'yes'],
    ['XINLI_DRAIN_SECONDS', '1.5'],
    ['XINLI_DEMO', 'off'],
  ])('refuses %s=%s', (name, value) => {
    const mistakes = mistakesOf({ [name]: value });
    expect(mistakes.map((mistake) => mistake.name)).toEqual([name]);
    expect(mistakes[0]?.expected).not.toBe('');
  });

  test('names every mistake at once, and shows no secret', () => {
    const env = {
      PORT: 'abc',
      XINLI_SECRET: 'hush-hush',
      REDIS_URL: 'password@redis',
      XINLI_STROE: 'redis',
      XINLI_ADMIN_TOKEN: 'a'.repeat(16),
      XINLI_ADMIN_TOKEN_FILE: '/nowhere',
      XINLI_METRICS_TOKEN_FILE: join(folder, 'absent'),
    };
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(mistakesOf(env)).toEqual([
      {
        name: 'XINLI_ADMIN_TOKEN',
        wrong: 'and XINLI_ADMIN_TOKEN_FILE are both set',
        expected: 'one of them',
      },
      {
        name: 'XINLI_METRICS_TOKEN_FILE',
        wrong: `names "${join(folder, 'absent')}" (ENOENT)`,
        expected: 'a file to read',
      },
      { name: 'PORT', wrong: 'is "abc"', expected: 'a port number, 0 (any free one) to 65535' },
      {
        name: 'REDIS_URL',
        wrong: 'is 14 characters (not shown)',
        expected: expect.stringContaining('redis-cluster://a:1,b:2') as string,
      },
      {
        name: 'XINLI_SECRET',
        wrong: 'is 9 characters (not shown)',
        expected: 'at least 32 characters, no spaces',
      },
      { name: 'XINLI_STROE', wrong: 'is not a setting', expected: 'perhaps XINLI_STORE' },
    ]);
    expect(() => readConfig(env)).toThrow(
      /^(?![^]*(hush|password))[^]*PORT is "abc"; expected a port[^]*XINLI_STROE/,
    );
  });

  test('is shown without its secrets', () => {
    const shown = redacted(
      readConfig({
        XINLI_STORE: 'redis',
        REDIS_URL: 'redis://app:hush@redis.example:6379',
        XINLI_ADMIN_TOKEN: 'hush'.repeat(4),
        XINLI_SECRET: 'hush'.repeat(8),
        XINLI_METRICS_TOKEN: 'hush'.repeat(4),
      }),
    );
    expect(JSON.stringify(shown)).not.toContain('hush');
    expect(shown).toMatchObject({
      adminToken: '[secret]',
      store: { url: 'redis://[secret]@redis.example:6379' },
    });
  });
});
