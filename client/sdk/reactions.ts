import { LIMITS, REACTION_KINDS } from '#shared/limits.ts';
import type { ReactionKind } from '#shared/model/gauges.ts';
import type { Execute } from './execute.ts';

/** Half a second in a small room; in a large one longer, so that a storm of taps stays a few thousand messages a second. */
const BATCH = { leastMs: 500, mostMs: 3_000, viewersPerMs: 5 };

/** Taps are counted here and sent as one batch per kind and while; a lost batch is not worth a queue. */
export function createReactions(execute: Execute, online: () => number) {
  const taps = new Map<ReactionKind, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const batchMs = (): number =>
    Math.min(BATCH.mostMs, Math.max(BATCH.leastMs, online() / BATCH.viewersPerMs));

  const flush = (): void => {
    timer = undefined;
    for (const [kind, count] of taps) void execute('reaction:send', { kind, count }, { deadlineMs: 8_000 });
    taps.clear();
  };

  return {
    tap(kind: ReactionKind, count = 1): void {
      if (!REACTION_KINDS.includes(kind)) return;
      taps.set(kind, Math.min(LIMITS.reactionCount, (taps.get(kind) ?? 0) + count));
      timer ??= setTimeout(flush, batchMs());
    },
    close(): void {
      clearTimeout(timer);
      taps.clear();
    },
  };
}
