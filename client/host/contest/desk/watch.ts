import type { Stopwatch } from '#shared/model/contest.ts';
import type { TimeRule } from '#shared/model/ruleset.ts';

/** What the watch shows at a moment of the server's time. */
export const elapsedMs = ({ startedAt, elapsedMs: before }: Stopwatch, now: number): number =>
  before + (startedAt === null ? 0 : Math.max(0, now - startedAt));

/** `7:05.3`: tenths are shown, and never rounded up to a time that is not there yet. */
export function watchText(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const seconds = Math.floor(tenths / 10);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${tenths % 10}`;
}

/** `8:03` or a bare `483` as milliseconds; null for what is no time. */
export function readTime(text: string): number | null {
  const found = /^(?:(\d{1,3})[:：])?(\d{1,5})(?:\.(\d))?$/.exec(text.trim());
  if (!found) return null;
  const [, minutes, seconds = '0', tenth = '0'] = found;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  const ms = Number(minutes ?? 0) * 60_000 + Number(seconds) * 1_000 + Number(tenth) * 100;
  return ms <= 86_400_000 ? ms : null;
}

export type Lamp = 'off' | 'running' | 'near' | 'due' | 'over';

const NEAR_MS = 30_000;

/** SC-9. The lamp: half a minute before the limit, at the limit, and when the grace is over. */
export function lampOf(time: TimeRule | null, ms: number): Lamp {
  const limit = time?.maxSeconds == null ? null : time.maxSeconds * 1_000;
  if (ms === 0) return 'off';
  if (time === null || limit === null || ms < limit - NEAR_MS) return 'running';
  if (ms < limit) return 'near';
  return ms <= limit + time.graceSeconds * 1_000 ? 'due' : 'over';
}
