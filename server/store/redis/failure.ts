import { StoreUnavailable } from '../store.ts';

/** Replies that mean our command was wrong; every other failure is the engine's or the network's. */
const OUR_FAULT = /^(?:ERR|WRONGTYPE)\b/;

/**
 * Time-outs, lost connections, NOSCRIPT, OOM, READONLY, LOADING, BUSY, MISCONF, NOREPLICAS and the like all mean
 * that nobody knows whether the command was done.
 */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'ReplyError' && OUR_FAULT.test(error.message)) return error;
  return new StoreUnavailable(error.message, { cause: error });
}

export async function orUnavailable<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    throw storeError(error);
  }
}
