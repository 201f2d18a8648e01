/** One Redis client, of whichever library: sends a command, gives its reply. */
export type RedisCaller = { call(command: string, ...args: string[]): Promise<unknown> };

export type Finding = {
  about: 'appendonly' | 'appendfsync' | 'eviction' | 'version' | 'security' | 'exposure' | 'commands';
  /** `unsafe`: votes can be lost or Redis be taken over. `unknown`: Redis does not let this user see. */
  level: 'unsafe' | 'unknown';
  /** What is so, and what to do. */
  found: string;
  advice: string;
};

/**
 * What is wrong with a Redis that is to hold votes and scores; nothing when all is well. A user without the right to
 * CONFIG is what we recommend, so what INFO tells is taken from there, and the rest is then said to be unknown.
 */
export async function inspectRedis(redis: RedisCaller): Promise<Finding[]> {
  const info = parseInfo(await text(redis, 'INFO'));
  const config = await readServerConfig(redis);
  return [
    ...durability(info, config),
    ...eviction(info),
    ...version(info),
    ...(await exposure(redis, config)),
    ...(await commands(redis)),
  ];
}

type Pairs = ReadonlyMap<string, string>;

const unsafe = (about: Finding['about'], found: string, advice: string): Finding[] => [
  { about, level: 'unsafe', found, advice },
];
const unknown = (about: Finding['about'], found: string, advice: string): Finding[] => [
  { about, level: 'unknown', found, advice },
];

function durability(info: Pairs, config: Pairs | null): Finding[] {
  const advice = 'set "appendonly yes" and "appendfsync always"';
  if (info.get('aof_enabled') === '0')
    return unsafe('appendonly', 'a crash loses votes: appendonly is no', advice);
  const sync = config?.get('appendfsync');
  if (sync === undefined) return unknown('appendfsync', 'appendfsync cannot be read', advice);
  if (sync === 'always') return [];
  return unsafe('appendfsync', `a crash loses the last votes: appendfsync is ${sync}`, advice);
}

function eviction(info: Pairs): Finding[] {
  const policy = info.get('maxmemory_policy');
  const advice = 'set "maxmemory-policy noeviction"';
  if (policy === undefined) return unknown('eviction', 'maxmemory-policy cannot be read', advice);
  if (policy === 'noeviction') return [];
  return unsafe('eviction', `full memory throws votes away: maxmemory-policy is ${policy}`, advice);
}

/** The first release of each branch with the repaired script engine (CVE-2025-49844). */
const REPAIRED = {
  redis: { '7.2': 11, '7.4': 6, '8.0': 4, '8.2': 2 },
  valkey: { '7.2': 11, '8.0': 6, '8.1': 4 },
} as const;

function version(info: Pairs): Finding[] {
  const product = info.has('valkey_version') ? 'valkey' : 'redis';
  const release = info.get(`${product}_version`) ?? '';
  const [major = 0, minor = 0, patch = 0] = release.split('.').map(Number);
  const advice = 'install the newest release of its branch';
  if (!(major > 0)) return unknown('version', 'the version cannot be read', advice);
  if (major < 7) return unsafe('version', `${product} ${release} is too old`, 'install Redis 7 or later');
  const branches = Object.entries(REPAIRED[product]);
  const since = branches.find(([branch]) => branch === `${major}.${minor}`)?.[1];
  const [newest = ''] = branches.at(-1) ?? [];
  const isNewer = Number(newest) < Number(`${major}.${minor}`);
  if (isNewer || (since !== undefined && patch >= since)) return [];
  // Distributions repair a release without changing its number, so the number proves nothing.
  return unknown(
    'security',
    `${product} ${release} is repaired (CVE-2025-49844) only if its packager did so`,
    advice,
  );
}

async function exposure(redis: RedisCaller, config: Pairs | null): Promise<Finding[]> {
  if (!config) return [];
  const isOpen = (config.get('requirepass') ?? '') === '' && !(await isDefaultUserClosed(redis));
  const ports = [config.get('port'), config.get('tls-port')].filter(
    (port) => port !== undefined && port !== '0',
  );
  const addresses = (config.get('bind') ?? '').split(' ').map((address) => address.replace(/^-/, ''));
  const isLocal =
    config.get('protected-mode') === 'yes' || addresses.every((address) => /^(?:127\.|::1$)/.test(address));
  if (!isOpen || ports.length === 0 || isLocal) return [];
  return unsafe(
    'exposure',
    'anyone on its network may use it: no password',
    'set a password, or turn the default user off',
  );
}

async function isDefaultUserClosed(redis: RedisCaller): Promise<boolean> {
  const user = await attempt(redis, 'ACL', 'GETUSER', 'default');
  const flags: unknown = Array.isArray(user) ? user[user.indexOf('flags') + 1] : undefined;
  return Array.isArray(flags) && !(flags.includes('on') && flags.includes('nopass'));
}

async function commands(redis: RedisCaller): Promise<Finding[]> {
  const user = await attempt(redis, 'ACL', 'WHOAMI');
  if (typeof user !== 'string') return [];
  // A user who may not even ask is one who may not do it either: both are @dangerous.
  const asked = [['FLUSHALL'], ['SHUTDOWN'], ['CONFIG', 'SET', 'save', '']];
  const answers = await Promise.all(
    asked.map((command) => attempt(redis, 'ACL', 'DRYRUN', user, ...command)),
  );
  const allowed = asked.filter((_, index) => answers[index] === 'OK').map(([name]) => name);
  if (allowed.length === 0) return [];
  return unsafe(
    'commands',
    `its user "${user}" may ${allowed.join(', ')}`,
    'give this server a user with "+@all -@admin -@dangerous +info +wait"',
  );
}

/** Null when this user may not read it. */
async function readServerConfig(redis: RedisCaller): Promise<Pairs | null> {
  const names = ['appendfsync', 'requirepass', 'bind', 'protected-mode', 'port', 'tls-port'];
  const reply = await attempt(redis, 'CONFIG', 'GET', ...names);
  if (!Array.isArray(reply)) return null;
  const texts = reply.map(String);
  return new Map(texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] ?? '']] : [])));
}

const parseInfo = (info: string): Pairs =>
  new Map(
    info.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)]] : [];
    }),
  );

async function text(redis: RedisCaller, command: string): Promise<string> {
  const reply = await attempt(redis, command);
  return typeof reply === 'string' ? reply : '';
}

/** Undefined when Redis refuses the command; other failures are the caller's. */
async function attempt(redis: RedisCaller, command: string, ...args: string[]): Promise<unknown> {
  try {
    return await redis.call(command, ...args);
  } catch (error) {
    if (error instanceof Error && /^(?:NOPERM|ERR)\b/.test(error.message)) return undefined;
    throw error;
  }
}
