import type { Actor } from '#shared/model/actor.ts';
import type { Cue } from '#shared/model/desk.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import type { Context } from '../context.ts';
import { AppError } from '../lib/app-error.ts';
import { closeVote, openVote } from './contest/votes.ts';
import { announce } from './announcements.ts';
import { closePoll, openPoll } from './polls.ts';
import { goToItem } from './rundown.ts';
import { takeScene } from './stage.ts';

/**
 * Moves the show to an item and sets off its cues, in their order. The show goes on whatever they meet: one that is
 * refused (its poll was closed by hand, say) is skipped and named. Sent again, each of them counts once.
 */
export async function goWithCues(
  context: Context,
  actor: Actor,
  input: Input<'rundown:go'>,
): Promise<Output<'rundown:go'>> {
  const { items, hasMoved } = await goToItem(context, actor, input);
  if (!hasMoved) return { items, skipped: [] };
  const live = items.find(({ status }) => status === 'live');
  const cues = context.ledger.state.desk.cues.filter(({ itemId }) => itemId === live?.id);
  const skipped: Cue[] = [];
  for (const [index, cue] of cues.entries()) {
    const { id, inputHash } = context.command;
    const own: Context = { ...context, command: { id: `${id}.${index}`, inputHash } };
    try {
      await setOff(own, actor, cue);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'UNAVAILABLE') throw error;
      skipped.push(cue);
    }
  }
  return { items, skipped };
}

async function setOff(context: Context, actor: Actor, cue: Cue): Promise<unknown> {
  switch (cue.do) {
    case 'openPoll':
      return openPoll(context, actor, cue);
    case 'closePoll':
      return closePoll(context, actor, cue);
    case 'openVote':
      return openVote(context, actor, { opensAfterSeconds: 0, ...cue });
    case 'closeVote':
      return closeVote(context, actor, cue);
    case 'takeScene':
      return takeScene(context, actor, cue.scene);
    case 'announce':
      return announce(context, actor, cue);
    default:
      return unreachable(cue);
  }
}
