import { describe, expect, it } from 'vitest';
import type { Round } from '#shared/model/contest.ts';
import type { RevealStep } from '#shared/model/reveal.ts';
import { presets } from '#shared/rules/contest/presets.ts';
import {
  blocks,
  everyEntry,
  finale,
  judgeByJudge,
  moveBlock,
  needsSeal,
  podium,
  removeBlock,
  scriptProblem,
} from './patterns.ts';

const round = (preset: keyof typeof presets = 'speech', entries = ['a', 'b', 'c', 'd']): Round =>
  ({
    entries: entries.map((id) => ({ id, title: '' })),
    panel: ['j1', 'j2', 'j3'],
    ...presets[preset],
  }) as never;
const shows = (steps: readonly RevealStep[]): string[] => steps.map(({ show }) => show);

describe('SC-17: ready-made scripts', () => {
  it('shows the podium in reverse order', () => {
    expect(podium(round(), 3)).toEqual([3, 2, 1].map((rank) => ({ show: 'place', rank })));
    expect(podium(round('speech', ['a', 'b']), 3)).toHaveLength(2);
  });

  it('shows judge by judge, strikes what is dropped, then the figure', () => {
    const steps = judgeByJudge(round(), 'a' as never);
    expect(shows(steps)).toEqual(['entry', 'judge', 'judge', 'judge', 'strike', 'figure']);
    expect(steps.flatMap((step) => ('nth' in step ? [step.nth] : []))).toEqual([1, 2, 3]);
  });

  it('strikes nothing where nothing is dropped', () => {
    expect(shows(judgeByJudge(round('mean100'), 'a' as never))).not.toContain('strike');
  });

  it('ends with audience, podium, table and awards, where there are such', () => {
    expect(shows(finale(round()))).toEqual(['audience', 'place', 'place', 'place', 'board', 'awards']);
    expect(shows(finale(round('mean100')))).not.toContain('audience');
  });

  it('needs the seal for all that says something of the others', () => {
    expect(finale(round()).every(needsSeal)).toBe(true);
    expect(everyEntry(round()).some(needsSeal)).toBe(false);
  });
});

describe('a script', () => {
  it('falls into blocks that move as one', () => {
    const steps = [...everyEntry(round('speech', ['a', 'b'])), ...podium(round(), 1)];
    expect(blocks(steps).map((block) => block.steps.length)).toEqual([6, 6, 1]);
    const next = moveBlock(steps, 1, -1);
    expect(next[0]).toEqual({ show: 'entry', entryId: 'b' });
    expect(next).toHaveLength(steps.length);
    expect(moveBlock(steps, 0, -1)).toEqual(steps);
    expect(blocks(removeBlock(steps, 0))).toHaveLength(2);
  });

  it('fits into one message', () => {
    const long = Array.from({ length: 200 }, (_, index) => `contestant-${String(index).padStart(20, '0')}`);
    expect(scriptProblem(podium(round(), 3))).toBeNull();
    expect(scriptProblem(everyEntry(round('speech', long)))).toBe('steps');
    expect(scriptProblem(everyEntry(round('speech', long.slice(0, 49))))).toBe('size');
  });
});
