import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { nearest } from './lib/nearest.ts';
import { parseNetwork } from './lib/networks.ts';
import { readRedisAddress } from './lib/redis-address.ts';

const oneLine = (shortest: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{${shortest},512}$`));
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const list = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item));
const originOf = (text: string): string => new URL(text).origin;
const website = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && [originOf(text), `${originOf(text)}/`].includes(text))
  .transform(originOf);
const network = z.string().refine((text) => parseNetwork(text) !== null);

/** Every setting. A description says what is expected, in the words a mistake is answered with. */
const Settings = z.object({
  PORT: whole(0, 65_535).default(3_000).describe('a port number, 0 (any free one) to 65535'),
  XINLI_HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('0.0.0.0')
    .describe('the address to listen on, such as 127.0.0.1'),
  XINLI_DATA: z
    .string()
    .default('./data')
    .transform((path) => resolve(path))
    .describe('a folder'),
  XINLI_ARCHIVE: z
    .string()
    .transform((path) => resolve(path))
    .nullable()
    .default(null)
    .describe('a folder that all nodes see'),
  XINLI_STORE: z.enum(['sqlite', 'redis']).default('sqlite').describe('sqlite or redis'),
  REDIS_URL: z
    .string()
    .refine((text) => readRedisAddress(text) !== null)
    .default('redis://127.0.0.1:6379')
    .describe(
      'redis://…, rediss://…, redis-cluster://a:1,b:2, redis-sentinel://a:1,b:2/master or the path of a socket',
    ),
  XINLI_REDIS_PREFIX: z
    .string()
    .regex(/^[\w:.-]{1,40}$/)
    .default('xinli:')
    .describe('up to 40 letters, digits and :._-'),
  XINLI_ADMIN_TOKEN: oneLine(16).nullable().default(null).describe('at least 16 characters, no spaces'),
  XINLI_SECRET: oneLine(32).nullable().default(null).describe('at least 32 characters, no spaces'),
  XINLI_ORIGINS: list(website).default([]).describe('origins with commas between, such as https://a.example'),
  XINLI_PUBLIC_URL: website
    .nullable()
    .default(null)
    .describe('the address people use, such as https://live.example'),
  XINLI_TRUST_PROXY: whole(0, 10)
    .or(list(network))
    .default(0)
    .describe('how many proxies (0 to 10), or their networks (CIDR)'),
  XINLI_VENUE_NETWORKS: list(network)
    .default([])
    .describe('networks (CIDR) with commas between, such as 10.20.0.0/16'),
  XINLI_METRICS_TOKEN: oneLine(16).nullable().default(null).describe('at least 16 characters, no spaces'),
  XINLI_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('trace, debug, info, warn, error, fatal or silent'),
  XINLI_WORKERS: whole(1, 256).default(1).describe('how many processes on this machine, 1 to 256'),
  XINLI_STRICT: flag.default(false).describe('1 (refuse to start on an unsafe set-up) or 0'),
  XINLI_DRAIN_SECONDS: whole(0, 600).default(25).describe('seconds, 0 to 600'),
  XINLI_DEMO: flag.default(true).describe('1 (create the demo event on the first start) or 0'),
  XINLI_DEV: flag.default(false).describe('1 (serve the client from its sources) or 0'),
});
type SettingName = keyof typeof Settings.shape;

/** Settings whose value is never shown; each can also be given as the name of a file that holds it, in `NAME_FILE`. */
const SECRETS = ['XINLI_ADMIN_TOKEN', 'XINLI_SECRET', 'XINLI_METRICS_TOKEN', 'REDIS_URL'] as const;
const isSecret = (name: string): boolean => SECRETS.some((secret) => secret === name);

export type Config = {
  port: number;
  host: string;
  /** Absolute. */
  dataFolder: string;
  /** Absolute. Where comments go that are too many for Redis. */
  archiveFolder: string;
  store: { engine: 'sqlite' } | { engine: 'redis'; url: string; prefix: string };
  adminToken: string | null;
  secret: string | null;
  /** Origins of other sites that may connect; the server's own host always may. */
  origins: string[];
  /** An origin, without a slash at its end. */
  publicUrl: string | null;
  /** As Express takes it: hops, or networks. */
  trustProxy: number | string[];
  /** Where limits per subnet do not apply; nor do they on loopback. */
  venueNetworks: string[];
  metricsToken: string | null;
  logLevel: z.output<typeof Settings>['XINLI_LOG_LEVEL'];
  /** Processes that share the port of this machine; more than one needs Redis. */
  workers: number;
  isStrict: boolean;
  /** How long stopping may take; sockets are closed spread over it. */
  drainSeconds: number;
  hasDemo: boolean;
  isDev: boolean;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** `wrong` completes a sentence that begins with the name. */
export type Mistake = { name: string; wrong: string; expected: string };

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const lines = mistakes.map(({ name, wrong, expected }) => `  ${name} ${wrong}; expected ${expected}`);
    super(['The configuration has mistakes:', ...lines].join('\n'));
    this.mistakes = mistakes;
  }
}

/** Reads all settings, or throws a ConfigError that names every mistake. An empty value is an unset one. */
export function readConfig(env: Environment): Config {
  const { values, mistakes } = readValues(env);
  const parsed = Settings.safeParse(values);
  const invalid = new Set((parsed.error?.issues ?? []).map((issue) => issue.path[0]));
  for (const name of settingNames.filter((setting) => invalid.has(setting))) {
    mistakes.push({
      name,
      wrong: `is ${shown(name, values[name])}`,
      expected: Settings.shape[name].description ?? '',
    });
  }
  mistakes.push(...unknownNames(env), ...tooManyFor(parsed.data));
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);

  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.XINLI_HOST,
    dataFolder: data.XINLI_DATA,
    archiveFolder: data.XINLI_ARCHIVE ?? join(data.XINLI_DATA, 'archive'),
    store:
      data.XINLI_STORE === 'redis'
        ? { engine: 'redis', url: data.REDIS_URL, prefix: data.XINLI_REDIS_PREFIX }
        : { engine: 'sqlite' },
    adminToken: data.XINLI_ADMIN_TOKEN,
    secret: data.XINLI_SECRET,
    origins: data.XINLI_ORIGINS,
    publicUrl: data.XINLI_PUBLIC_URL,
    trustProxy: data.XINLI_TRUST_PROXY,
    venueNetworks: data.XINLI_VENUE_NETWORKS,
    metricsToken: data.XINLI_METRICS_TOKEN,
    logLevel: data.XINLI_LOG_LEVEL,
    workers: data.XINLI_WORKERS,
    isStrict: data.XINLI_STRICT,
    drainSeconds: data.XINLI_DRAIN_SECONDS,
    hasDemo: data.XINLI_DEMO,
    isDev: data.XINLI_DEV,
  };
}

/** The configuration as it may be shown. */
export function redacted(config: Config): Record<keyof Config, unknown> {
  const hide = (secret: string | null): string | null => (secret === null ? null : '[secret]');
  const { store } = config;
  return {
    ...config,
    adminToken: hide(config.adminToken),
    secret: hide(config.secret),
    metricsToken: hide(config.metricsToken),
    store:
      store.engine === 'redis' ? { ...store, url: store.url.replaceAll(/[^/,]*@/g, '[secret]@') } : store,
  };
}

const settingNames = Object.keys(Settings.shape) as SettingName[];
const knownNames = [...settingNames, ...SECRETS.map((name) => `${name}_FILE`)];

function readValues(env: Environment): { values: Record<string, string | undefined>; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const values = Object.fromEntries(settingNames.map((name) => [name, env[name]?.trim() || undefined]));
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (values[name] !== undefined) {
      mistakes.push({ name, wrong: `and ${name}_FILE are both set`, expected: 'one of them' });
      continue;
    }
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      mistakes.push({
        name: `${name}_FILE`,
        wrong: `names "${file}" (${reason})`,
        expected: 'a file to read',
      });
    }
  }
  return { values, mistakes };
}

function tooManyFor(data: z.output<typeof Settings> | undefined): Mistake[] {
  if (data === undefined || data.XINLI_WORKERS === 1 || data.XINLI_STORE === 'redis') return [];
  const wrong = `is "${data.XINLI_WORKERS}", and the embedded engine is for one process`;
  return [{ name: 'XINLI_WORKERS', wrong, expected: '1, or XINLI_STORE=redis' }];
}

function unknownNames(env: Environment): Mistake[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('XINLI_') && !knownNames.includes(name))
    .map((name) => ({ name, wrong: 'is not a setting', expected: `perhaps ${nearest(name, knownNames)}` }));
}

const shown = (name: string, value = ''): string =>
  isSecret(name) ? `${value.length} characters (not shown)` : JSON.stringify(value);
