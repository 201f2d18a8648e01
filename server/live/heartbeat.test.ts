import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEARTBEAT, startHeartbeat } from './heartbeat.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Somebody who notes in which second they were asked, and when they were cut. */
function somebody(answers: boolean) {
  let second = 0;
  let isAsked = false;
  const one = { turn: 0, asked: [] as number[], cutAt: null as number | null };
  return Object.assign(one, {
    pass: () => void (second += 1),
    ping() {
      one.asked.push(second);
      isAsked = !answers;
    },
    cutIfSilent() {
      if (isAsked) one.cutAt ??= second;
    },
  });
}

test('everyone is asked once in an interval, and who does not answer is cut when the time is up', () => {
  const [talker, mute] = [somebody(true), somebody(false)];
  const heartbeat = startHeartbeat(() => undefined);
  for (const one of [talker, mute]) heartbeat.add(one);
  for (let second = 0; second < 60; second += 1) {
    for (const one of [talker, mute]) one.pass();
    vi.advanceTimersByTime(1000);
  }
  const [first = 0, second = 0] = talker.asked;
  expect(first).toBeLessThanOrEqual(HEARTBEAT.pingIntervalMs / 1000);
  expect(second - first).toBe(HEARTBEAT.pingIntervalMs / 1000);
  expect(talker.cutAt).toBeNull();
  expect((mute.cutAt ?? 0) - (mute.asked[0] ?? 0)).toBe(HEARTBEAT.pingTimeoutMs / 1000);
  heartbeat.stop();
});

test('a crowd that comes at once is not asked at once', () => {
  const crowd = Array.from({ length: 1000 }, () => somebody(true));
  const heartbeat = startHeartbeat(() => undefined);
  for (const one of crowd) heartbeat.add(one);
  for (let second = 0; second < 25; second += 1) {
    for (const one of crowd) one.pass();
    vi.advanceTimersByTime(1000);
  }
  const inSecond = new Map<number, number>();
  for (const { asked } of crowd) inSecond.set(asked[0] ?? -1, (inSecond.get(asked[0] ?? -1) ?? 0) + 1);
  expect(Math.max(...inSecond.values())).toBeLessThan(100);
  heartbeat.stop();
});
