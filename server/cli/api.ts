import { z } from 'zod';
import { readConfig, type Environment } from '../config.ts';
import { readAdminToken, secretsFile } from '../lib/secrets.ts';
import { type EXIT, Stop } from './exit.ts';
import type { Words } from './words.ts';

export type Api = { get(path: string): Promise<unknown>; post(path: string, body: object): Promise<unknown> };

const TIMEOUT_MS = 10_000;

const EXITS = new Map<number, keyof typeof EXIT>([
  [400, 'usage'],
  [401, 'auth'],
  [403, 'auth'],
  [404, 'notFound'],
  [409, 'conflict'],
  [502, 'unreachable'],
  [503, 'unreachable'],
  [504, 'unreachable'],
]);

/** Answers come bare or as an ack; refusals always say their code. */
const Acknowledged = z.object({ ok: z.literal(true), data: z.unknown() });
const Refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The server's HTTP interface, asked as its admin. */
export function openApi(env: Environment, words: Words, server: string | undefined): Api {
  const config = readConfig(env);
  const base = new URL('/api/v1/', server ?? `http://127.0.0.1:${config.port}`);
  const token = config.adminToken ?? readAdminToken(config.dataFolder);
  if (token === null) throw new Stop('auth', words.noAdminToken(secretsFile(config.dataFolder)));

  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(new URL(path, base), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Stop('unreachable', words.unreachable(base.origin));
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return Acknowledged.safeParse(answer).data?.data ?? answer;
    const refusal = Refused.safeParse(answer).data?.error;
    throw new Stop(
      EXITS.get(response.status) ?? 'failed',
      refusal ? words.refused(refusal.code, refusal.message) : words.notOurs(base.origin),
    );
  };
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) };
}
