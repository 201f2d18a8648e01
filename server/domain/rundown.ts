import type { Actor } from '#shared/model/actor.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';

/** Replaces the rundown. An item sent with its id keeps what has become of it; the others are planned. */
export async function setRundown(
  context: Context,
  actor: Actor,
  input: Input<'rundown:set'>,
): Promise<Output<'rundown:set'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const statusOf = new Map(state.rundown.map((item) => [item.id, item.status]));
    const items = input.items.map((item): RundownItem => {
      const id = item.id ?? context.ids.item();
      return { ...item, id, status: statusOf.get(id) ?? 'planned' };
    });
    if (new Set(items.map((item) => item.id)).size < items.length)
      fail('INVALID', 'two items have the same id');
    return { output: { items }, facts: [{ type: 'rundown:changed', payload: { items } }] };
  });
}

/** Moves the show to an item: what was live is done, what is named is live. Without a name, the next planned one. */
export async function goToItem(
  context: Context,
  actor: Actor,
  input: Input<'rundown:go'>,
): Promise<Output<'rundown:go'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const live = state.rundown.findIndex((item) => item.status === 'live');
    const next = state.rundown.find((item, index) => index > live && item.status === 'planned');
    const target = input.itemId ?? next?.id;
    if (target === undefined) fail('CLOSED', 'the rundown has no item left');
    if (!state.rundown.some((item) => item.id === target))
      fail('INVALID', `no item ${target} in the rundown`);
    const items = state.rundown.map((item): RundownItem => ({ ...item, status: statusAfter(item, target) }));
    return { output: { items }, facts: [{ type: 'rundown:changed', payload: { items } }] };
  });
}

function statusAfter(item: RundownItem, target: string): RundownItem['status'] {
  if (item.id === target) return 'live';
  return item.status === 'live' ? 'done' : item.status;
}
