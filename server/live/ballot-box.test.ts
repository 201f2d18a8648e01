import { describe, expect, test } from 'vitest';
import type { EventSlug, PollId } from '#shared/model/ids.ts';
import type { BallotOutcome, NewBallot } from '../store/store.ts';
import { createBallotBox } from './ballot-box.ts';

const GALA = 'gala' as EventSlug;

/** A box over an engine that notes the batches it was given; viewer 13 brings bad luck to all of its batch. */
function noted() {
  const batches: number[][] = [];
  const cast = createBallotBox({
    async castBallots(_slug: EventSlug, ballots: readonly NewBallot[]): Promise<BallotOutcome[]> {
      batches.push(ballots.map(({ viewer }) => viewer));
      if (ballots.some(({ viewer }) => viewer === 13)) throw new Error('no luck');
      return ballots.map(({ choice }) => ({ status: 'cast', choice: [...choice] }));
    },
  } as never);
  const vote = (viewer: number) => cast(GALA, { pollId: 'p1' as PollId, viewer, choice: [viewer % 3] });
  return { batches, vote };
}

describe('ballot box', () => {
  test('the first waits for no company, those who come soon after it go together, each with their own answer', async () => {
    const { batches, vote } = noted();
    expect(await vote(1)).toEqual({ status: 'cast', choice: [1] });
    const answers = await Promise.all([2, 3, 4].map(async (viewer) => vote(viewer)));
    expect(answers).toEqual([2, 0, 1].map((choice) => ({ status: 'cast', choice: [choice] })));
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  test('a batch that fails is everyone’s in it, and nobody’s after it', async () => {
    const { batches, vote } = noted();
    const together = [5, 13].map(async (viewer) => vote(viewer));
    for (const answer of together) await expect(answer).rejects.toThrow('no luck');
    expect(await vote(6)).toMatchObject({ status: 'cast' });
    expect(batches).toEqual([[5, 13], [6]]);
  });
});
