import { nanoid } from 'nanoid';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Ack, Refusal } from '#shared/protocol/errors.ts';
import { backoffMs } from './backoff.ts';
import type { Link } from './link.ts';

export type ExecuteOptions = {
  /** The same id is the same command, however often it is sent. */
  commandId?: string;
  /** How long to try before saying "no answer". */
  deadlineMs?: number;
};

export type Execute = <N extends CommandName>(
  name: N,
  input: RawInput<N>,
  options?: ExecuteOptions,
) => Promise<Ack<Output<N>>>;

const ANSWER_MS = 4_000;
const DEADLINE_MS = 20_000;

const noAnswer: Refusal = { code: 'UNAVAILABLE', message: 'no answer from the server', retryable: true };

/**
 * One command until it is answered: no ack and `UNAVAILABLE` are tried again with the same id, across
 * reconnects, until the deadline. Every other refusal, `RATE` among them, is the caller's to show.
 */
export function createExecute(link: Link): Execute {
  return async (name, input, { commandId = nanoid(), deadlineMs = DEADLINE_MS } = {}) => {
    const deadline = Date.now() + deadlineMs;
    for (let attempt = 0; ; attempt += 1) {
      await connected(link, deadline);
      if (link.isOver()) return { ok: false, error: noAnswer };
      const ack = await ask(link, name, input, commandId, deadline);
      if (ack && (ack.ok || !isWorthRepeating(ack.error))) return ack;
      const waitMs = ack && !ack.ok ? (ack.error.retryAfterMs ?? 0) : 0;
      const pauseMs = Math.max(waitMs, backoffMs(Math.min(attempt, 3)));
      if (Date.now() + pauseMs >= deadline) return ack ?? { ok: false, error: noAnswer };
      await pause(pauseMs);
    }
  };
}

const isWorthRepeating = ({ code }: Refusal): boolean => code === 'UNAVAILABLE';

async function ask<N extends CommandName>(
  link: Link,
  name: N,
  input: RawInput<N>,
  commandId: string,
  deadline: number,
): Promise<Ack<Output<N>> | null> {
  const leftMs = deadline - Date.now();
  if (leftMs <= 0 || !link.socket.connected) return null;
  // Socket.IO's types cannot follow a command name that is itself a type parameter.
  const emit = link.socket.timeout(Math.min(ANSWER_MS, leftMs)).emitWithAck as unknown as (
    name: N,
    input: object,
  ) => Promise<Ack<Output<N>>>;
  try {
    return await emit.call(link.socket, name, { ...input, commandId });
  } catch {
    // Timed out or disconnected: whether it counted is unknown, so it is asked again.
    return null;
  }
}

/** Waits for the line to be there, at most until the deadline. */
function connected({ socket, isOver }: Link, deadline: number): Promise<void> {
  if (socket.connected || isOver()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      socket.off('connect', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, deadline - Date.now()));
    socket.on('connect', done);
  });
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
