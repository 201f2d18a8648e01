/**
 * Every refusal, in one place: its HTTP status and whether the same command may succeed later unchanged.
 * `UNAVAILABLE` means "unknown": retry with the same `commandId`, the command counts once.
 */
export const errors = {
  INVALID: { status: 400, retryable: false },
  UNKNOWN_COMMAND: { status: 404, retryable: false },
  FORBIDDEN: { status: 403, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  /** The poll, the comments or the event do not take this now. */
  CLOSED: { status: 409, retryable: false },
  /** Another ballot of this voter is in the box; `details` holds it. */
  ALREADY: { status: 409, retryable: false },
  /** Something with this name is there already. */
  EXISTS: { status: 409, retryable: false },
  /** This `commandId` was used for another input. */
  ID_REUSE: { status: 409, retryable: false },
  /** The command was made for an older state of something; `details` holds it as it is now. */
  CONFLICT: { status: 409, retryable: false },
  MUTED: { status: 403, retryable: false },
  RATE: { status: 429, retryable: true },
  TOO_LARGE: { status: 413, retryable: false },
  UNSUPPORTED: { status: 415, retryable: false },
  UNAVAILABLE: { status: 503, retryable: true },
  INTERNAL: { status: 500, retryable: false },
} as const;

export type ErrorCode = keyof typeof errors;

/** A refusal as a client receives it. `details`: for `ALREADY` the first ballot, for `CONFLICT` and a locked card the present record. */
export type Refusal = {
  code: ErrorCode;
  message: string;
  retryable: boolean;
  retryAfterMs?: number;
  details?: unknown;
};

export type Ack<Output> = { ok: true; data: Output } | { ok: false; error: Refusal };
