import { type ErrorCode, errors, type Refusal } from '#shared/protocol/errors.ts';

type Extras = { retryAfterMs?: number; details?: unknown };

/** A refusal on purpose. Domain code throws it, `execute` alone catches it. The message is for a developer's eyes. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly extras: Extras;

  /** Without a stack: it is an answer, and a trace would cost more than the command that is refused. */
  constructor(code: ErrorCode, message: string, extras: Extras = {}) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.extras = extras;
  }
}

export function fail(code: ErrorCode, message: string, extras: Extras = {}): never {
  throw new AppError(code, message, extras);
}

export const refusal = (error: AppError): Refusal => ({
  code: error.code,
  message: error.message,
  retryable: errors[error.code].retryable,
  ...error.extras,
});
