import { expect, test } from 'vitest';
import type { EventInfo } from '#shared/model/event.ts';
import { EventSlug, OptionId, PollId } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import { initialComments } from '#shared/protocol/commands.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import type { FactRecord } from '../store/store.ts';
import { createFeed } from './feed.ts';

const event: EventInfo = {
  slug: EventSlug.parse('show'),
  title: 't',
  summary: '',
  status: 'live',
  startsAt: null,
  stream: { kind: 'none' },
  comments: initialComments,
  embedOrigins: [],
  picture: null,
};
const pollId = PollId.parse('p');
const optionId = OptionId.parse('p.0');
const poll: Poll = {
  id: pollId,
  question: '?',
  options: [{ id: optionId, label: '甲' }],
  multiple: 1,
  changeable: false,
  results: 'hidden',
  status: 'open',
  closesAfterSeconds: null,
  closesAt: null,
  entitled: null,
  tally: null,
};

const recorded = (facts: Fact[], from = 0): FactRecord[] =>
  facts.map((fact, index) => ({ ...fact, seq: from + index + 1, at: 1, by: 'host', hash: '' }));

test('a hidden tally is the desk’s until the reveal, and then everyone’s', async () => {
  const log = recorded([
    { type: 'event:created', payload: { event } },
    { type: 'poll:opened', payload: { poll } },
  ]);
  let state = log.reduce(fold, blankState);
  const feed = createFeed({
    start: { epoch: 'e', log, comments: [] },
    known: () => state,
    epoch: () => 'e',
    now: () => 1,
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
