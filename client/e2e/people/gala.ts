import type { PollId } from '#shared/model/ids.ts';
import type { RawInput } from '#shared/protocol/commands.ts';
import { type Show, startShow } from '../harness/show.ts';

/** An event that says everything in English, so that whatever is Chinese on its pages is the pages' own. */
export type Gala = Show & {
  /** The poll that is open. */
  pollId: PollId;
  /** The next scene on the stage, and words that stand there once it is seen. */
  scenes: readonly { scene: RawInput<'stage:take'>; shows: string }[];
};

export const QUESTION = 'Which song moved you?';

/** Live, with a rundown, an open poll, a draft of one, and something said. */
export async function startGala(): Promise<Gala> {
  await using starting = new AsyncDisposableStack();
  const show = starting.use(await startShow('embedded', 'gala'));
  const { run } = show;
  await run('event:create', {
    slug: 'gala',
    title: 'Harbour Gala',
    summary: 'An evening by the sea.',
    status: 'live',
  });
  await run('rundown:set', { items: [{ title: 'Overture', plannedSeconds: 300 }, { title: 'Dawn' }] });
  await run('rundown:go', {});
  await run('poll:create', { question: 'Encore?', options: ['Yes', 'No'] });
  const { pollId } = await run('poll:create', { question: QUESTION, options: ['Homecoming', 'Night Ferry'] });
  await run('poll:open', { pollId });
  const started = starting.move();
  return {
    ...show,
    pollId,
    scenes: [
      { scene: { scene: 'idle' }, shows: 'An evening by the sea.' },
      { scene: { scene: 'wall' }, shows: 'Good evening' },
      { scene: { scene: 'poll', pollId }, shows: QUESTION },
      { scene: { scene: 'countdown', seconds: 3_600, label: 'Doors open in' }, shows: 'Doors open in' },
      { scene: { scene: 'announcement', title: 'Please be seated', text: 'We begin' }, shows: 'We begin' },
      { scene: { scene: 'counter' }, shows: 'Harbour Gala' },
    ],
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
