import { pino, stdTimeFunctions, type DestinationStream, type LogFn } from 'pino';

export type Log = Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', Say>;
/** Members worth searching for, or an error, then a sentence; or the sentence alone. */
type Say = { (about: object, sentence: string): void; (sentence: string): void };

/**
 * JSON, one line per entry whatever the text holds. What is secret does not depend on the caller's care: members with
 * such names are left out at any depth, and tokens and query strings are cut out of every text.
 */
export function createLog({ level, to }: { level: string; to?: DestinationStream }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (entry) => cleanMembers(entry, 0) },
      hooks: {
        logMethod(parts, method) {
          const cleaned = parts.map((part) => (typeof part === 'string' ? cleanText(part) : part));
          method.apply(this, cleaned as Parameters<LogFn>);
        },
        streamWrite: (line) => line.replaceAll(/[\u0085\u2028\u2029]/g, escape),
      },
      serializers: { err: (error: unknown) => error },
    },
    ...(to ? [to] : []),
  );
}

const SECRET_NAME =
  /^(?:.*token|authorization|cookie|set-cookie|password|.*secret|auth|body|query|headers|rawheaders)$/i;
const MAX_DEPTH = 5;

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return cleanError(value, depth);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return cleanMembers(value, depth);
}

const cleanMembers = (record: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) ? '[secret]' : clean(value, depth + 1),
    ]),
  );

/** An error's own words and place; whatever else hangs on it (requests, replies, arguments) stays out. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? { code: clean(error.code, depth + 1) } : {};
  const cause = error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) };
  return {
    type: error.name,
    message: cleanText(error.message),
    ...code,
    stack: cleanText(error.stack ?? ''),
    ...cause,
  };
}

/** Tokens, credentials in a URL and in a header, and query strings are cut out. */
const cleanText = (text: string): string =>
  text
    .replaceAll(/\bxl1\.[\w.-]+/g, '[token]')
    .replaceAll(/\b(bearer|basic)\s+[^\s"',]+/gi, '$1 [secret]')
    .replaceAll(/(\/\/)[^\s/@"]+@/g, '$1[secret]@')
    .replaceAll(/(\/[^\s?"]*)\?[^\s"]*/g, '$1?[query]');

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
