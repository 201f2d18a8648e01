import type { Actor } from '#shared/model/actor.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { MAIN_SCREEN, sceneOf } from '#shared/rules/screens.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import { showNext } from './contest/reveal.ts';
import { goWithCues } from './cues.ts';
import { revealPoll } from './polls.ts';

/** A clicker goes on with the show: what that means depends on what its screen shows. */
export async function stepStage(
  context: Context,
  actor: Actor,
  { action, after }: Input<'stage:step'>,
): Promise<Output<'stage:step'>> {
  const { state } = context.ledger;
  const link = state.desk.screenLinks.find(({ id }) => id === actor.id);
  if (actor.role === 'screen' && link?.mayStep !== true)
    fail('FORBIDDEN', 'this screen only shows; its link carries no right to go on');
  if (action === 'previous') return goTo(context, actor, previousItem(state));

  const scene = sceneOf(state, link?.screen ?? MAIN_SCREEN);
  const round = scene.scene === 'contest' ? roundToReveal(state) : null;
  if (round !== null) {
    await showNext(context, actor, { roundId: round.id, after: after ?? round.shown.length });
    return { did: 'step' };
  }
  if (action === 'next') return goTo(context, actor, undefined);
  if (scene.scene !== 'poll') return fail('CLOSED', 'there is nothing to reveal on this screen');
  await revealPoll(context, actor, { pollId: scene.pollId });
  return { did: 'poll' };
}

async function goTo(
  context: Context,
  actor: Actor,
  itemId: Input<'rundown:go'>['itemId'],
): Promise<{ did: 'item' }> {
  await goWithCues(context, actor, { itemId });
  return { did: 'item' };
}

/** The item before the live one; after the end of the rundown, its last. */
function previousItem({ rundown }: EventState): Input<'rundown:go'>['itemId'] {
  const live = rundown.findIndex(({ status }) => status === 'live');
  return rundown[live - 1]?.id ?? fail('CLOSED', 'there is no item before this one');
}

/** The round the hall is looking at, while its script has a step left. */
function roundToReveal({ contest }: EventState) {
  const round = contest?.rounds.find(({ id }) => id === contest.latest?.roundId);
  const isRevealable = round?.status === 'open' || round?.status === 'sealed';
  return round !== undefined && isRevealable && round.script.length > 0 ? round : null;
}
