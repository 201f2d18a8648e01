import { LIMITS, REACTION_KINDS } from '#shared/limits.ts';
import type { ReactionKind } from '#shared/model/gauges.ts';
import type { Execute } from './execute.ts';

const BATCH_MS = 500;

/** Taps are counted here and sent as one batch per kind and half second; a lost batch is not worth a queue. */
export function createReactions(execute: Execute) {
  const taps = new Map<ReactionKind, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    for (const [kind, count] of taps) void execute('reaction:send', { kind, count }, { deadlineMs: 8_000 });
    taps.clear();
  };

  return {
    tap(kind: ReactionKind, count = 1): void {
      if (!REACTION_KINDS.includes(kind)) return;
      taps.set(kind, Math.min(LIMITS.reactionCount, (taps.get(kind) ?? 0) + count));
      timer ??= setTimeout(flush, BATCH_MS);
    },
    close(): void {
      clearTimeout(timer);
      taps.clear();
    },
  };
}
