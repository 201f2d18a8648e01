import type { Actor } from '#shared/model/actor.ts';
import type { JudgeId } from '#shared/model/ids.ts';
import type {
  Card,
  CardKey,
  CardStatus,
  CardStep,
  CardVersion,
  OwnCard,
  Progress,
  Values,
} from '#shared/model/scorecard.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { nextCard } from '#shared/rules/contest/fold-sealed.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { personOf } from './access.ts';

type Change = { step: CardStep; status: CardStatus; values?: Values; proxy?: boolean; reason?: string };

/** The next version of a card, by whom and when; nothing is overwritten (SC-3). */
export const nextVersion = (
  context: Context,
  state: EventState,
  actor: Actor,
  before: Card | undefined,
  { step, status, values, proxy, reason }: Change,
): CardVersion => ({
  version: (before?.version ?? 0) + 1,
  step,
  values: values ?? null,
  status,
  proxy: proxy ?? before?.proxy ?? false,
  by: actor.id,
  person: personOf(state, actor),
  reason: reason ?? '',
  at: context.clock.now(),
});

export const progressOf = ({ status, version, proxy, amendment }: Card): Progress => ({
  status,
  version,
  proxy,
  amending: amendment !== null,
});

/** The sealed version, and what jury and desk may know of it. Of a draft that goes on being one they hear nothing. */
export function cardFacts(before: Card | undefined, key: CardKey, entry: CardVersion): Fact[] {
  const after = nextCard(before, key, entry);
  const recorded: Fact = { type: 'card:recorded', payload: { key, entry } };
  if (before?.status === 'draft' && after.status === 'draft' && entry.step === 'saved') return [recorded];
  return [recorded, { type: 'card:progressed', payload: { key, progress: progressOf(after) } }];
}

/** Refuses a command made for another version than the present one; the desk is not told values with it (SC-5). */
export function refuseStale(card: Card, version: number): void {
  if (version === card.version) return;
  fail('CONFLICT', `SC-3: the card is at version ${card.version}, not ${version}`, {
    details: { progress: progressOf(card) },
  });
}

/** Tells a judge's devices how their card stands. */
export function tellJudge(context: Context, judgeId: JudgeId, card: OwnCard): void {
  const devices = context.ledger.state.contest?.desk.devices ?? [];
  for (const device of devices) {
    if (device.judgeId === judgeId && device.revokedAt === null)
      context.live.notify(device.actorId, { about: 'card', card });
  }
}
