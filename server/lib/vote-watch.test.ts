import { describe, expect, test } from 'vitest';
import type { Provenance } from './provenance.ts';
import { holdClock } from '../test/app.ts';
import { type BallotClass, createVoteWatch } from './vote-watch.ts';

const START = Date.UTC(2026, 4, 1, 12);

function watchFrom(minutesAgo = 5) {
  const clock = holdClock(START);
  const watch = createVoteWatch(clock);
  clock.advance(minutesAgo * 60_000);
  const cast = (subnet: string | null, ageMs: number | null, more: Partial<Provenance> = {}): BallotClass =>
    watch.classify('final', {
      subnet,
      isVouched: false,
      bornAt: ageMs === null ? null : clock.now() - ageMs,
      ...more,
    });
  return { clock, cast };
}

const share = (classes: readonly BallotClass[], wanted: BallotClass): number =>
  classes.filter((one) => one === wanted).length / classes.length;

describe('B4: what ballots look like', () => {
  test('5,000 fresh identities from three /24 within a minute: at least 95 % are suspect', () => {
    const { clock, cast } = watchFrom();
    const classes = Array.from({ length: 5_000 }, (_, index) => {
      clock.advance(12);
      return cast(`198.51.${index % 3}`, 200 + (index % 900));
    });
    expect(share(classes, 'suspect')).toBeGreaterThanOrEqual(0.95);
  });

  test('2,000 people behind one campus address who watch and then vote: fewer than 1 % are suspect', () => {
    const { clock, cast } = watchFrom();
    // They join over fifteen minutes; whoever has just come votes within a quarter of a minute one time in eight.
    const classes = Array.from({ length: 2_000 }, (_, index) => {
      clock.advance(450);
      return cast('203.0.113', index % 8 === 0 ? 9_000 : 20_000 + (index % 700) * 1_000);
    });
    expect(share(classes, 'suspect')).toBeLessThan(0.01);
  });

  test('a hall that scans and votes at once is vouched for by its declared network', () => {
    const { cast } = watchFrom();
    const classes = Array.from({ length: 2_000 }, () => cast('10.0.0', 3_000, { isVouched: true }));
    expect(share(classes, 'clean')).toBe(1);
  });

  test('who cannot be placed is unknown, and so is a young voter on a node that has just started', () => {
    const { cast } = watchFrom();
    expect(cast(null, 60_000)).toBe('unknown');
    expect(cast('198.51.100', null)).toBe('unknown');
    expect(cast('198.51.100', 1_000)).toBe('clean');
    const young = watchFrom(0);
    expect(young.cast('198.51.100', 1_000)).toBe('unknown');
    expect(young.cast('198.51.100', 20_000)).toBe('clean');
  });

  test('suspicion ends with the rush, and one network’s is not another’s', () => {
    const { clock, cast } = watchFrom();
    for (let count = 0; count < 40; count += 1) cast('198.51.100', 100);
    expect(cast('198.51.100', 100)).toBe('suspect');
    expect(cast('198.51.101', 100)).toBe('clean');
    clock.advance(61_000);
    expect(cast('198.51.100', 100)).toBe('clean');
  });
});
