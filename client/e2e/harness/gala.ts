import type { PollId } from '#shared/model/ids.ts';
import type { Show } from './show.ts';

/** An event that says everything in English, so that whatever is Chinese on its pages comes from the pages. */
export const GALA = 'gala';
export const QUESTION = 'Which song moved you?';

/** Live, with a rundown, a poll that is open and the same number of drafts. */
export async function openGala(show: Show): Promise<PollId> {
  await show.run(
    'event:create',
    { slug: GALA, title: 'Harbour Gala', summary: 'An evening by the sea.', status: 'live' } as never,
    GALA,
  );
  await show.run('rundown:set', { items: [{ title: 'Overture' }, { title: 'The Harbour at Dawn' }] }, GALA);
  await show.run('rundown:go', {}, GALA);
  await show.run('poll:create', { question: 'Encore?', options: ['Yes', 'No'] }, GALA);
  const { pollId } = await show.run(
    'poll:create',
    { question: QUESTION, options: ['Homecoming', 'Night Ferry'], results: 'live' },
    GALA,
  );
  await show.run('poll:open', { pollId }, GALA);
  return pollId;
}

/** Every scene of the stage, by its name. */
export const scenesWith = (pollId: PollId) =>
  ({
    idle: { scene: 'idle' },
    counter: { scene: 'counter' },
    wall: { scene: 'wall' },
    poll: { scene: 'poll', pollId },
    countdown: { scene: 'countdown', seconds: 600, label: 'Doors open in' },
    announcement: { scene: 'announcement', title: 'Please be seated', text: 'We begin in a moment' },
    blackout: { scene: 'blackout' },
  }) as const;
