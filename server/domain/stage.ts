import type { Actor } from '#shared/model/actor.ts';
import type { Scene } from '#shared/model/stage.ts';
import type { Input } from '#shared/protocol/commands.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import { changedScreen } from './screens.ts';

/** Puts a scene on a screen. A poll must be one the hall may know of; a countdown starts now. */
export async function takeScene(context: Context, actor: Actor, input: Input<'stage:take'>): Promise<Scene> {
  return context.ledger.change(actor, context.command, (state) => {
    if (input.scene === 'poll') {
      const poll = state.polls.find((other) => other.id === input.pollId);
      if (poll === undefined) fail('INVALID', `no poll ${input.pollId}`);
      if (poll.status === 'draft') fail('CLOSED', 'a draft cannot be shown; open the poll first');
    }
    const { screen = MAIN_SCREEN, ...request } = input;
    const scene = toScene(request, context.clock.now());
    return screen === MAIN_SCREEN
      ? { output: scene, facts: [{ type: 'stage:taken', payload: { stage: scene } }] }
      : { output: scene, facts: [changedScreen(state, screen, { scene })] };
  });
}

type Unplaced<R = Input<'stage:take'>> = R extends unknown ? Omit<R, 'screen'> : never;

const toScene = (request: Unplaced, now: number): Scene =>
  request.scene === 'countdown'
    ? { scene: 'countdown', endsAt: now + request.seconds * 1000, label: request.label }
    : request;
