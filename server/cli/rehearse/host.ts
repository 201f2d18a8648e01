import type { EventState } from '#shared/model/state.ts';
import type { Run } from './twin.ts';

type Act = { seconds: number; act(run: Run): Promise<unknown> };

/** How long each part is on: long enough to be watched, short enough for a rehearsal. */
const SHORT = 8;
const LONG = 20;

/**
 * Runs the show when nobody else does: the rundown item by item, every draft poll, every entry of an open round and the
 * audience's vote at its end. What a person has done already is refused, and passed over.
 */
export function runShow(run: Run, start: EventState): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const acts = programmeOf(start);
  function next(): void {
    const act = acts.shift();
    if (act === undefined) return;
    act.act(run).catch(() => {
      // Refused: the crew was faster, or went another way.
    });
    timer = setTimeout(next, act.seconds * 1000);
  }
  timer = setTimeout(next, 4_000);
  return { stop: () => clearTimeout(timer) };
}

function programmeOf({ rundown, polls, contest }: EventState): Act[] {
  const drafts = polls.filter(({ status }) => status === 'draft');
  const round = contest?.rounds.find(({ status, voting }) => status === 'open' && voting === null);
  const contesting: Act[] = (round?.entries ?? []).flatMap(({ id: entryId }) => [
    { seconds: 0, act: (run) => run('stage:take', { scene: 'contest' }) },
    { seconds: LONG, act: (run: Run) => run('entry:call', { roundId: round?.id as never, entryId }) },
  ]);
  if (round !== undefined) {
    contesting.push(
      { seconds: 0, act: (run) => run('entry:call', { roundId: round.id, entryId: null }) },
      { seconds: LONG, act: (run) => run('vote:open', { roundId: round.id, closesAfterSeconds: LONG }) },
    );
  }
  const polling = drafts.map(({ id: pollId, results }): Act[] => [
    { seconds: 1, act: (run) => run('poll:open', { pollId }) },
    { seconds: LONG, act: (run) => run('stage:take', { scene: 'poll', pollId }) },
    { seconds: 3, act: (run) => run('poll:close', { pollId }) },
    {
      seconds: SHORT,
      act: (run) => (results === 'hidden' ? run('poll:reveal', { pollId }) : Promise.resolve()),
    },
    { seconds: SHORT, act: (run) => run('stage:take', { scene: 'wall' }) },
  ]);
  const goOn: Act = { seconds: SHORT, act: (run) => run('rundown:go', {}) };
  const [first = [], ...others] = polling;
  return [
    { seconds: 0, act: (run) => run('stage:take', { scene: 'wall' }) },
    ...(rundown.length > 0 ? [goOn] : []),
    ...first,
    ...contesting,
    ...others.flatMap((acts) => (rundown.length > 0 ? [goOn, ...acts] : acts)),
    ...rundown.slice(others.length + 1).map(() => goOn),
  ];
}
