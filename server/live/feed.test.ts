import { expect, test, vi } from 'vitest';
import { ActorId, CommentId, OptionId } from '#shared/model/ids.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import type { CommentSample, FactRecord } from '../store/store.ts';
import { Anybody, poll, show } from '../test/live.ts';
import { createFeed } from './feed.ts';

const pollId = poll.id;
const optionId = OptionId.parse('p.0');

const recorded = (facts: Fact[], from = 0): FactRecord[] =>
  facts.map((fact, index) => ({ ...fact, seq: from + index + 1, at: 1, by: 'host', hash: '' }));

test('a hidden tally is the desk’s until the reveal, and then everyone’s', async () => {
  const log = recorded([
    { type: 'event:created', payload: { event: show } },
    { type: 'poll:opened', payload: { poll } },
  ]);
  let state = log.reduce(fold, blankState);
  const feed = createFeed({
    start: { epoch: 'e', log, comments: [] },
    known: () => state,
    now: () => 1,
    async hurry() {},
    share() {},
    load: () => 0,
    observe: { frames() {}, snapshot() {} },
  });
  const talliesOf = (audience: 'public' | 'staff') => feed.audience(audience).state.gauges.tallies;
  const tally = { ballots: 3, counts: { [optionId]: 3 } };
  feed.showTallies({ [pollId]: tally });
  await expect.poll(() => talliesOf('staff')).toEqual({ [pollId]: tally });
  expect(talliesOf('public')).toEqual({});

  const end = recorded(
    [
      { type: 'poll:closed', payload: { pollId, entitled: 3 } },
      { type: 'poll:revealed', payload: { pollId, tally } },
    ],
    2,
  );
  state = end.reduce(fold, state);
  feed.hear(end);
  await expect.poll(() => talliesOf('public')).toEqual({ [pollId]: tally });
  feed.stop();
});

test('other nodes hear of every comment that came in here, at most once a turn', async () => {
  vi.useFakeTimers();
  const log = recorded([{ type: 'event:created', payload: { event: show } }]);
  const shared: CommentSample[] = [];
  let sends = 0;
  const feed = createFeed({
    start: { epoch: 'e', log, comments: [] },
    known: () => log.reduce(fold, blankState),
    now: () => Date.now(),
    async hurry() {},
    share: (sample) => void shared.push(sample),
    load: () => 0,
    observe: { frames: () => void (sends += 1), snapshot() {} },
  });
  for (let readers = 0; readers < 10_000; readers += 1) feed.audience('public').join(new Anybody());
  for (let count = 0; count < 500; count += 1) {
    const author = { id: ActorId.parse('a'), name: 'a', role: 'viewer' } as const;
    const comment = { id: CommentId.parse(`c${count}`), text: '', at: Date.now(), author };
    feed.river.offer({ priority: count / 500, comment });
    feed.beat.touch();
    await vi.advanceTimersByTimeAsync(5);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  feed.stop();
  vi.useRealTimers();
  expect(shared.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(500);
  const told = shared.flatMap(({ drawn }) => drawn.map(({ comment }) => comment.id));
  const shown = feed.audience('public').state.comments.map(({ id }) => id);
  expect(shown.length).toBeGreaterThan(10);
  expect(told).toEqual(expect.arrayContaining(shown));
  expect(sends).toBeGreaterThan(50);
  expect(shared.length).toBeLessThanOrEqual(sends);
});
