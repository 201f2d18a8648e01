import { describe, expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { LIMITS } from '../limits.ts';
import type { Comment } from '../model/comment.ts';
import type { Poll } from '../model/poll.ts';
import type { Fact, Frame } from '../protocol/updates.ts';
import { blankState, fold, foldComments, foldFrame, foldGauges, noGauges } from './fold.ts';

const comment = (id: string, at = 0, held?: true): Comment =>
  ({
    id,
    text: id,
    at,
    author: { id: 'v1', name: '观众', role: 'viewer' },
    ...(held && { held }),
  }) as Comment;

const poll = (id: string, status: Poll['status'] = 'draft'): Poll =>
  ({
    id,
    question: '?',
    options: [
      { id: `${id}.0`, label: 'a' },
      { id: `${id}.1`, label: 'b' },
    ],
    multiple: 1,
    changeable: false,
    results: 'live',
    status,
    closesAfterSeconds: null,
    closesAt: null,
    entitled: null,
    tally: null,
  }) as Poll;

const told = (...facts: unknown[]) => (facts as Fact[]).reduce(fold, blankState);

describe('fold', () => {
  test('a poll goes from draft to revealed in its place', () => {
    const state = told(
      { type: 'poll:drafted', payload: { poll: poll('p') } },
      { type: 'poll:drafted', payload: { poll: poll('q') } },
      { type: 'poll:opened', payload: { poll: poll('p', 'open') } },
      { type: 'poll:closed', payload: { pollId: 'p', entitled: 7 } },
      { type: 'poll:revealed', payload: { pollId: 'p', tally: { counts: { 'p.0': 2 }, ballots: 2 } } },
    );
    expect(state.polls.map(({ id, status, entitled }) => ({ id, status, entitled }))).toEqual([
      { id: 'p', status: 'revealed', entitled: 7 },
      { id: 'q', status: 'draft', entitled: null },
    ]);
  });

  test('a hide takes the comment out of the list and off the pin, and leaves nothing of it', () => {
    const shown = foldComments(told({ type: 'comment:pinned', payload: { comment: comment('a') } }), [
      comment('a'),
      comment('b'),
    ]);
    const state = fold(shown, { type: 'comment:hidden', payload: { commentId: 'a' } } as Fact);
    expect(state.comments.map(({ id }) => id)).toEqual(['b']);
    expect(JSON.stringify(state)).not.toContain('"a"');
  });

  test('a restored comment is back between those around it', () => {
    const shown = foldComments(blankState, [comment('a', 1), comment('b', 2), comment('c', 3)]);
    const hidden = fold(shown, { type: 'comment:hidden', payload: { commentId: 'b' } } as Fact);
    const state = fold(hidden, { type: 'comment:restored', payload: { comment: comment('b', 2) } });
    expect(state.comments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('held comments wait on the desk, not in the list', () => {
    const state = foldComments(blankState, [comment('a', 1, true), comment('b', 2)]);
    expect(state.comments.map(({ id }) => id)).toEqual(['b']);
    expect(state.desk.held.map(({ id }) => id)).toEqual(['a']);
    const decided = fold(state, { type: 'comment:approved', payload: { commentId: 'a' } } as Fact);
    expect(decided.desk.held).toEqual([]);
  });

  test('the latest mute of a viewer is the one in force', () => {
    const mute = (until: number) => ({
      type: 'viewer:muted',
      payload: { mute: { viewerId: 'v1', kind: 'muted', until, name: '' } },
    });
    expect(told(mute(1), mute(9)).desk.mutes.map(({ until }) => until)).toEqual([9]);
    expect(told(mute(1), { type: 'viewer:unmuted', payload: { viewerId: 'v1' } }).desk.mutes).toEqual([]);
  });

  test.prop([fc.array(fc.nat({ max: 300 }), { maxLength: 200 })])(
    'the list never grows beyond its bound and keeps the newest',
    (ids) => {
      const comments = ids.map((id, index) => comment(`c${index}-${id}`, index));
      const state = comments.reduce((known, one) => foldComments(known, [one]), blankState);
      expect(state.comments).toEqual(comments.slice(-LIMITS.snapshotComments));
    },
  );

  test.prop([fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 })])(
    'how comments are cut into frames does not matter',
    (sizes) => {
      const comments = sizes.flatMap((size, frame) =>
        Array.from({ length: size }, (_, index) => comment(`${frame}-${index}`, frame)),
      );
      let from = 0;
      const frames = sizes.map((size) => comments.slice(from, (from += size)));
      expect(frames.reduce(foldComments, blankState)).toEqual(foldComments(blankState, comments));
    },
  );

  test('gauges are absolute, and a frame names only what changed', () => {
    const first = foldGauges(blankState, { tallies: { p: { counts: {}, ballots: 1 } } as never });
    const frame = {
      t: 0,
      epoch: 'e',
      revision: 0,
      facts: [],
      comments: [],
      gauges: { viewers: { ...noGauges.viewers, online: 3 }, reactions: undefined },
    } as unknown as Frame;
    const state = foldFrame(first, frame);
    expect(state.gauges.viewers.online).toBe(3);
    expect(state.gauges.reactions).toEqual(noGauges.reactions);
    expect(Object.keys(state.gauges.tallies)).toEqual(['p']);
  });
});
