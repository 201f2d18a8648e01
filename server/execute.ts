import { createHash } from 'node:crypto';
import { LIMITS } from '#shared/limits.ts';
import type { Actor } from '#shared/model/actor.ts';
import { CommandId, type EventSlug } from '#shared/model/ids.ts';
import {
  type CommandName,
  commands,
  type Input,
  isCommandName,
  type Rate,
  rates,
} from '#shared/protocol/commands.ts';
import type { Ack, ErrorCode } from '#shared/protocol/errors.ts';
import { isRevoked } from '#shared/rules/screens.ts';
import type { Command, CommonContext, Context, Handlers } from './context.ts';
import { AppError, fail, refusal } from './lib/app-error.ts';
import { canonical } from './lib/canonical.ts';
import type { Clock } from './lib/clock.ts';
import type { Ids } from './lib/ids.ts';
import { NOWHERE, type Provenance } from './lib/provenance.ts';
import { createBuckets } from './lib/rate-limit.ts';
import { StoreUnavailable } from './store/store.ts';

/**
 * The one pipeline behind every door (socket, HTTP, CLI): known command → role → rate → shape → handler.
 * Always answers, never throws: a refusal says which rule; an unknown error says nothing but `INTERNAL`.
 */
export type Execute = (
  slug: EventSlug,
  name: unknown,
  actor: Actor,
  raw: unknown,
  provenance?: Provenance,
) => Promise<Ack<unknown>>;

type Parts = {
  handlers: Handlers;
  /**
   * The event's context, at once where the event is open here; fails with NOT_FOUND. For `event:create`, that of an
   * event still to be.
   */
  contextOf(slug: EventSlug, name: CommandName): CommonContext | Promise<CommonContext>;
  clock: Clock;
  ids: Ids;
  /** Called once per command, for logs and metrics. `error` is there when nobody foresaw it. */
  observe(name: string, outcome: 'ok' | ErrorCode, error?: unknown): void;
};

export function createExecute({ handlers, contextOf, clock, ids, observe }: Parts): Execute {
  const buckets = Object.fromEntries(
    Object.entries(rates).map(([rate, pace]) => [rate, createBuckets(pace, clock)]),
  ) as Record<Rate, ReturnType<typeof createBuckets>>;

  /** All that is decided without waiting for anything. */
  function admit<N extends CommandName>(
    slug: EventSlug,
    name: N,
    actor: Actor,
    raw: unknown,
  ): { command: Command; input: Input<N> } {
    const row = commands[name];
    if (!row.roles.includes(actor.role)) fail('FORBIDDEN', `${name} is not for the role ${actor.role}`);
    const retryAfterMs = buckets[row.rate].take(`${slug} ${actor.id}`);
    if (retryAfterMs > 0) fail('RATE', 'too fast', { retryAfterMs });
    return parse(name, raw, ids);
  }

  return async (slug, name, actor, raw, provenance = NOWHERE) => {
    try {
      if (!isCommandName(name)) fail('UNKNOWN_COMMAND', 'no such command');
      const { command, input } = admit(slug, name, actor, raw);
      const found = contextOf(slug, name);
      const context = found instanceof Promise ? await found : found;
      if (isRevoked(context.ledger.state, actor.id)) fail('FORBIDDEN', 'this right was revoked');
      const data = await dispatch(name, handlers, { ...context, command, provenance }, actor, input);
      observe(name, 'ok');
      return { ok: true, data };
    } catch (error) {
      const refused = asAppError(error);
      const known = isCommandName(name) ? name : 'unknown';
      observe(known, refused.code, refused.code === 'INTERNAL' ? error : undefined);
      return { ok: false, error: refusal(refused) };
    }
  };
}

/** The one place where a command's name and its input's type are brought together. */
function dispatch<N extends CommandName>(
  name: N,
  handlers: Handlers,
  context: Context,
  actor: Actor,
  input: Input<N>,
): Promise<unknown> {
  return handlers[name](context, actor, input);
}

/** The envelope's `commandId` apart from the input; without one the command cannot be retried safely, but it runs. */
function parse<N extends CommandName>(
  name: N,
  raw: unknown,
  ids: Ids,
): { command: Command; input: Input<N> } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    fail('INVALID', 'the input is not an object');
  if (!isShallow(raw, LIMITS.inputDepth)) fail('INVALID', 'the input is nested too deep');
  const { commandId, ...rest } = raw as Record<string, unknown>;
  const id = commandId === undefined ? ids.opaque() : CommandId.safeParse(commandId).data;
  if (id === undefined) fail('INVALID', 'commandId: 1 to 64 letters, digits, - or _');
  const parsed = commands[name].input.safeParse(rest);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    fail('INVALID', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`.slice(0, 200));
  }
  return { command: new AskedCommand(id, name, parsed.data), input: parsed.data as Input<N> };
}

/** Most commands are never compared with an earlier one: the hash is made when it is asked for. */
class AskedCommand implements Command {
  readonly id: string;
  private readonly name: CommandName;
  private readonly input: unknown;

  constructor(id: string, name: CommandName, input: unknown) {
    this.id = id;
    this.name = name;
    this.input = input;
  }

  get inputHash(): string {
    return createHash('sha256').update(this.name).update(canonical(this.input)).digest('base64url');
  }
}

/** Whether a value nests at most `levels` deep; never looks deeper than that. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const key in value) if (!isShallow(value[key as keyof typeof value], levels - 1)) return false;
  return true;
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof StoreUnavailable) {
    return new AppError('UNAVAILABLE', 'the store did not answer; the same command may be sent again', {
      retryAfterMs: 500,
    });
  }
  return new AppError('INTERNAL', 'something went wrong here');
}
