import type { Actor } from '#shared/model/actor.ts';
import type { Cue } from '#shared/model/desk.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';

/** Replaces the rundown. An item sent with its id keeps what has become of it; the others are planned. */
export async function setRundown(
  context: Context,
  actor: Actor,
  input: Input<'rundown:set'>,
): Promise<Output<'rundown:set'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const known = new Map(state.rundown.map((item) => [item.id, item]));
    const items = input.items.map((item): RundownItem => {
      const id = item.id ?? context.ids.item();
      const { status = 'planned', startedAt = null, endedAt = null } = known.get(id) ?? {};
      return { ...item, id, status, startedAt, endedAt };
    });
    const ids = new Set(items.map((item) => item.id));
    if (ids.size < items.length) fail('INVALID', 'two items have the same id');
    // What an item sets off would say what is to come: the audience hears of the items alone.
    const cues = (input.cues ?? state.desk.cues).filter(({ itemId }) => ids.has(itemId));
    const isTooMuch = items.some(
      ({ id }) => cues.filter(({ itemId }) => itemId === id).length > LIMITS.cuesPerItem,
    );
    if (isTooMuch) fail('INVALID', `cues: at most ${LIMITS.cuesPerItem} for one item`);
    return {
      output: { items },
      facts: [{ type: 'rundown:changed', payload: { items } }, ...cuesChanged(state, cues)],
    };
  });
}

const cuesChanged = (state: EventState, cues: Cue[]): Fact[] =>
  state.desk.cues.length === 0 && cues.length === 0 ? [] : [{ type: 'cues:changed', payload: { cues } }];

type Gone = { items: RundownItem[]; hasMoved: boolean };

/** Moves the show to an item: what was live is done, what is named is live. Without a name, the next planned one. */
export async function goToItem(context: Context, actor: Actor, input: Input<'rundown:go'>): Promise<Gone> {
  return context.ledger.change<Gone>(actor, context.command, (state) => {
    const live = state.rundown.findIndex((item) => item.status === 'live');
    const next = state.rundown.find((item, index) => index > live && item.status === 'planned');
    const target = input.itemId ?? next?.id;
    if (target === undefined) fail('CLOSED', 'the rundown has no item left');
    if (!state.rundown.some((item) => item.id === target))
      fail('INVALID', `no item ${target} in the rundown`);
    if (target === state.rundown[live]?.id)
      return { output: { items: state.rundown, hasMoved: false }, facts: [] };
    const now = context.clock.now();
    const items = state.rundown.map((item): RundownItem => itemAfter(item, target, now));
    return { output: { items, hasMoved: true }, facts: [{ type: 'rundown:changed', payload: { items } }] };
  });
}

/** An item that is gone back to begins anew. */
function itemAfter(item: RundownItem, target: string, now: number): RundownItem {
  if (item.id === target) return { ...item, status: 'live', startedAt: now, endedAt: null };
  return item.status === 'live' ? { ...item, status: 'done', endedAt: now } : item;
}
