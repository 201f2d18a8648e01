import { readFileSync } from 'node:fs';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';

const NAMES = [
  'add-comments',
  'append-facts',
  'archive-comments',
  'cast-ballots',
  'check',
  'list-comments',
  'pulse',
  'read-ballots',
  'read-log',
  'release-comments',
  'rotate-epoch',
] as const;
export type ScriptName = (typeof NAMES)[number];

/** Runs a script in one step. `Reply` is what its file says it returns. */
export type Run = <Reply>(
  script: ScriptName,
  keys: readonly string[],
  args: readonly (string | number | Buffer)[],
) => Promise<Reply>;

/** Teaches the client our scripts; it loads them again by itself on a server that does not know them. */
export function defineScripts(redis: RedisClient): Run {
  const commands = new Map<ScriptName, CallableFunction>();
  for (const name of NAMES) {
    redis.defineCommand(name, { lua: readFileSync(new URL(`./lua/${name}.lua`, import.meta.url), 'utf8') });
    const command: unknown = Reflect.get(redis, name);
    if (typeof command !== 'function') throw new Error(`ioredis did not define ${name}.`);
    commands.set(name, command);
  }

  return <Reply>(name: ScriptName, keys: readonly string[], args: readonly (string | number | Buffer)[]) => {
    const command = commands.get(name);
    if (!command) throw new Error(`${name} is not defined.`);
    const reply: Promise<Reply> = Reflect.apply(command, redis, [keys.length, ...keys, ...args]);
    return orUnavailable(reply);
  };
}
