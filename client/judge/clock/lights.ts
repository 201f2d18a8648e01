import type { TimeRule } from '#shared/model/ruleset.ts';

export type Light = 'off' | 'green' | 'amber' | 'red';

/** A moment of the clock: from here on this light is lit, and past the grace so much comes off (SC-9). */
export type Mark = {
  atMs: number;
  light: Light;
  /** Thousandths of a point that come off from here on; null is the place itself. */
  cost?: number | null;
};

/** The last stretch before the limit that is amber: a minute, or a quarter of a short time. */
const AMBER_MS = 60_000;

/** The lights of a rule, in the order in which they are reached. Without a rule there are none. */
export function marksOf(rule: TimeRule | null): Mark[] {
  if (rule === null) return [];
  const marks: Mark[] = [];
  const minMs = (rule.minSeconds ?? 0) * 1_000;
  marks.push({ atMs: minMs, light: 'green' });
  if (rule.maxSeconds === null) return marks;
  const maxMs = rule.maxSeconds * 1_000;
  const quarter = (maxMs - (maxMs % 4)) / 4;
  marks.push({ atMs: Math.max(minMs, maxMs - Math.min(AMBER_MS, quarter)), light: 'amber' });
  marks.push({ atMs: maxMs, light: 'red' });
  const graceMs = rule.graceSeconds * 1_000;
  for (const [index, { fromSeconds, points }] of rule.over.entries()) {
    const next = rule.over[index + 1];
    // Up to and including the grace costs nothing, and a step that lies within it begins at its end.
    if (next && next.fromSeconds * 1_000 <= graceMs) continue;
    const fromMs = Math.max(fromSeconds * 1_000, graceMs + 1);
    const cost = points !== null && rule.cap !== null ? Math.min(points, rule.cap) : points;
    marks.push({ atMs: maxMs + fromMs, light: 'red', cost });
  }
  return marks;
}

export const lightAt = (marks: readonly Mark[], elapsedMs: number): Light =>
  reached(marks, elapsedMs)?.light ?? 'off';

/** What the time costs as it stands; undefined is nothing. */
export const costAt = (marks: readonly Mark[], elapsedMs: number): number | null | undefined =>
  reached(marks, elapsedMs)?.cost;

export const reached = (marks: readonly Mark[], elapsedMs: number): Mark | undefined => {
  const past = marks.filter(({ atMs }) => atMs <= elapsedMs);
  return past[past.length - 1];
};

/** `8:04.3`, from whole milliseconds; the last digit is cut, not rounded, as on any stopwatch. */
export function showTime(ms: number): string {
  const tenths = (ms - (ms % 100)) / 100;
  const tenth = tenths % 10;
  const seconds = ((tenths - tenth) / 10) % 60;
  const minutes = (tenths - tenth - seconds * 10) / 600;
  return `${minutes}:${String(seconds).padStart(2, '0')}.${tenth}`;
}

/** `8:04.3`, `8:04` or `484`, in milliseconds; null when it is no time. */
export function readTime(text: string): number | null {
  const found = /^(?:(\d{1,4}):)?(\d{1,5})(?:[.。](\d))?$/.exec(text.trim().replace('：', ':'));
  if (!found) return null;
  const [, minutes, seconds = '', tenth = '0'] = found;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  const ms = (Number(minutes ?? '0') * 60 + Number(seconds)) * 1_000 + Number(tenth) * 100;
  return ms <= 86_400_000 ? ms : null;
}
