/**
 * Where Redis is, as REDIS_URL says it: one server, a cluster (any of its nodes), or the sentinels that know the
 * present master. Credentials are the first node's; they hold for all.
 */
export type RedisAddress =
  | { kind: 'single'; url: string }
  | ({ kind: 'cluster' } & Group)
  | ({ kind: 'sentinel'; master: string } & Group);

type Node = { host: string; port: number };
type Group = { nodes: Node[]; credentials: { username?: string; password?: string; tls?: object } };

const DEFAULT_PORT = { cluster: 6379, sentinel: 26_379 };

/** Null when it is none of these. */
export function readRedisAddress(text: string): RedisAddress | null {
  if (/^\/\S+$/.test(text)) return { kind: 'single', url: text };
  const [, scheme = '', rest = ''] = /^(rediss?(?:-cluster|-sentinel)?):\/\/([^\s?#]+)$/.exec(text) ?? [];
  if (rest === '') return isSingle(text) ? { kind: 'single', url: text } : null;
  const isSecure = scheme.startsWith('rediss');
  if (scheme.endsWith('-sentinel')) {
    const slash = rest.lastIndexOf('/');
    const group = slash > 0 ? readGroup(rest.slice(0, slash), isSecure, DEFAULT_PORT.sentinel) : null;
    return group && { kind: 'sentinel', master: rest.slice(slash + 1) || 'mymaster', ...group };
  }
  if (!scheme.endsWith('-cluster') && !rest.includes(',')) {
    return isSingle(text) ? { kind: 'single', url: text } : null;
  }
  // In a list each node may repeat the scheme.
  const group = readGroup(rest.replaceAll(/,rediss?:\/\//g, ','), isSecure, DEFAULT_PORT.cluster);
  return group && { kind: 'cluster', ...group };
}

const isSingle = (text: string): boolean => /^rediss?:\/\/[^/?#\s]+/.test(text) && URL.canParse(text);

function readGroup(list: string, isSecure: boolean, defaultPort: number): Group | null {
  const parts = list.split(',').map((part) => `redis://${part.replace(/\/$/, '')}`);
  if (!parts.every((part) => URL.canParse(part) && new URL(part).hostname !== '')) return null;
  const urls = parts.map((part) => new URL(part));
  const [{ username, password } = { username: '', password: '' }] = urls;
  return {
    nodes: urls.map(({ hostname, port }) => ({
      host: hostname.replaceAll(/^\[|\]$/g, ''),
      port: Number(port || defaultPort),
    })),
    credentials: {
      ...(username !== '' && { username: decodeURIComponent(username) }),
      ...(password !== '' && { password: decodeURIComponent(password) }),
      ...(isSecure && { tls: {} }),
    },
  };
}
