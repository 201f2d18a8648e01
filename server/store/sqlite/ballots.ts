import { choiceOf, maskOf } from '../choice.ts';
import type { BallotOutcome, BoxChange, BoxTally, NewBallot, Store } from '../store.ts';
import type { Core } from './core.ts';
import { prepare } from './database.ts';

export type Ballots = Pick<Store, 'castBallots' | 'readBallots' | 'readTallies'> & {
  /** Part of `appendFacts`. */
  changeBox(event: number, change: BoxChange): void;
};

type BoxRow = {
  id: number;
  options: number;
  changeable: number;
  is_open: number;
  closes_at: number | null;
  ballots: number;
  is_aside: number;
};
/** A box while a batch goes into it: votes are summed here and written once. */
type OpenBox = BoxRow & { takes: boolean; added: number[]; newBallots: number };

export function createBallots(core: Core): Ballots {
  const { database, clock, read, write, findEvent } = core;
  const openBox = prepare(
    database,
    `insert into boxes (event, poll, options, changeable, is_open, closes_at, is_aside) values (?, ?, ?, ?, 1, ?, ?)
     on conflict (event, poll) do update
     set changeable = excluded.changeable, is_open = 1, closes_at = excluded.closes_at`,
  );
  const closeBox = prepare(database, 'update boxes set is_open = 0 where event = ? and poll = ?');
  const findBox = prepare<BoxRow>(
    database,
    'select id, options, changeable, is_open, closes_at, ballots, is_aside from boxes where event = ? and poll = ?',
  );
  const cast = prepare(
    database,
    'insert into ballots (box, viewer, choice) values (?, ?, ?) on conflict do nothing',
  );
  const change = prepare(database, 'update ballots set choice = ? where box = ? and viewer = ?');
  const choice = prepare<{ choice: number }>(
    database,
    'select choice from ballots where box = ? and viewer = ?',
  );
  const count = prepare(
    database,
    `insert into tallies (box, option, votes) values (?, ?, ?)
     on conflict do update set votes = votes + excluded.votes`,
  );
  const votes = prepare<{ option: number; votes: number }>(
    database,
    'select option, votes from tallies where box = ?',
  );
  const countBallots = prepare(database, 'update boxes set ballots = ballots + ? where id = ?');
  const countParticipations = prepare(database, 'update events set ballots = ballots + ? where id = ?');

  function put(box: OpenBox | null, viewer: number, mask: number): BallotOutcome {
    if (!box) return { status: 'closed' };
    if (box.takes && cast.run(box.id, viewer, mask).changes === 1) {
      box.newBallots += 1;
      addVotes(box, mask, 1);
      return { status: 'cast', choice: choiceOf(mask) };
    }
    const before = choice.get(box.id, viewer)?.choice ?? 0;
    if (before === mask) return { status: 'repeat', choice: choiceOf(mask) };
    if (!box.takes) return { status: 'closed' };
    if (!box.changeable) return { status: 'already', choice: choiceOf(before) };
    change.run(mask, box.id, viewer);
    addVotes(box, before, -1);
    addVotes(box, mask, 1);
    return { status: 'changed', choice: choiceOf(mask) };
  }

  function record(event: number, boxes: Iterable<OpenBox | null>): void {
    let participations = 0;
    for (const box of boxes) {
      if (!box) continue;
      for (const [option, added] of box.added.entries()) {
        if (added !== 0) count.run(box.id, option, added);
      }
      if (box.newBallots > 0) countBallots.run(box.newBallots, box.id);
      if (box.is_aside === 0) participations += box.newBallots;
    }
    if (participations > 0) countParticipations.run(participations, event);
  }

  function castAll(event: number, ballots: readonly NewBallot[]): BallotOutcome[] {
    const now = clock.now();
    const boxes = new Map<string, OpenBox | null>();
    for (const { pollId } of ballots) {
      if (!boxes.has(pollId)) boxes.set(pollId, opened(findBox.get(event, pollId), now));
    }
    const outcomes = ballots.map((ballot) =>
      put(boxes.get(ballot.pollId) ?? null, ballot.viewer, maskOf(ballot.choice)),
    );
    record(event, boxes.values());
    return outcomes;
  }

  function tallyOf(box: BoxRow): BoxTally {
    const counts = Array.from({ length: box.options }, () => 0);
    for (const row of votes.all(box.id)) counts[row.option] = row.votes;
    return { counts, ballots: box.ballots };
  }

  return {
    castBallots: (slug, ballots) =>
      write(() => {
        const event = findEvent(slug);
        return event === undefined ? ballots.map(() => ({ status: 'closed' })) : castAll(event, ballots);
      }),

    readBallots: (slug, viewer, pollIds) =>
      read(() => {
        const event = findEvent(slug);
        const found = new Map<NewBallot['pollId'], number[]>();
        if (event === undefined) return found;
        for (const pollId of pollIds) {
          const box = findBox.get(event, pollId);
          const row = box && choice.get(box.id, viewer);
          if (row) found.set(pollId, choiceOf(row.choice));
        }
        return found;
      }),

    readTallies: (slug, pollIds) =>
      read(() => {
        const event = findEvent(slug);
        const found = new Map<NewBallot['pollId'], BoxTally>();
        if (event === undefined) return found;
        for (const pollId of pollIds) {
          const box = findBox.get(event, pollId);
          if (box) found.set(pollId, tallyOf(box));
        }
        return found;
      }),

    changeBox(event, box) {
      if (box.change === 'close') return void closeBox.run(event, box.pollId);
      const { pollId, options, changeable, closesAt, isAside = false } = box;
      openBox.run(event, pollId, options, Number(changeable), closesAt, Number(isAside));
    },
  };
}

function opened(row: BoxRow | undefined, now: number): OpenBox | null {
  if (!row) return null;
  const takes = row.is_open === 1 && (row.closes_at === null || now < row.closes_at);
  return { ...row, takes, added: Array.from({ length: row.options }, () => 0), newBallots: 0 };
}

function addVotes(box: OpenBox, mask: number, votes: 1 | -1): void {
  for (const option of choiceOf(mask)) box.added[option] = (box.added[option] ?? 0) + votes;
}
