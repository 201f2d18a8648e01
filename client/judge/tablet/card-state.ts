import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { CardKey, OwnCard, Values } from '#shared/model/scorecard.ts';
import type { Item } from '../outbox/item.ts';

/**
 * How one's own card stands, as its judge sees it. `unkept`: signed here, and a reload would lose it;
 * `signing`: the device has the signature, and the server not yet.
 */
export type CardState =
  | 'out'
  | 'blank'
  | 'draft'
  | 'unkept'
  | 'signing'
  | 'signed'
  | 'locked'
  | 'recused'
  | 'abstained'
  | 'absent'
  | 'conflict'
  | 'refused';

export const cardStateWords: Record<CardState, MessageDescriptor> = {
  out: msg`已退出`,
  blank: msg`未打分`,
  draft: msg`草稿`,
  unkept: msg`签名未保存`,
  signing: msg`已签名，待送达`,
  signed: msg`已签名，待确认`,
  locked: msg`已锁定`,
  recused: msg`已回避`,
  abstained: msg`已弃权`,
  absent: msg`已缺席，仍可补打`,
  conflict: msg`需要你决定`,
  refused: msg`未被接受`,
};

/** One's own card: what the server has, with what this device has on top. */
export type CardView = {
  key: CardKey;
  state: CardState;
  values: Values;
  card: OwnCard | undefined;
  item: Item | undefined;
};

/** `isKept`: the device's shelf holds the signature. */
export function stateOf(
  card: OwnCard | undefined,
  item: Item | undefined,
  isOut: boolean,
  isKept: boolean,
): CardState {
  if (item?.trouble) return item.trouble.kind;
  if (item?.isSigned) return isKept ? 'signing' : 'unkept';
  if (isOut && (card === undefined || card.status === 'draft')) return 'out';
  if (item) return 'draft';
  if (card === undefined) return 'blank';
  return card.status === 'draft' && Object.keys(card.values).length === 0 ? 'blank' : card.status;
}

/** Whether the judge may still fill it in. */
export const isOpenState = (state: CardState): boolean =>
  state === 'blank' || state === 'draft' || state === 'absent';

/** Whether it has the judge's whole score, on the server or on its way there. */
export const isDoneState = (state: CardState): boolean =>
  state === 'signing' || state === 'signed' || state === 'locked';

/** Whether an entry is out of the running, so that nobody has to score it. */
export const isOut = (contest: Contest, round: Round, entryId: CardKey['entryId']): boolean =>
  round.disqualified.some((out) => out.entryId === entryId) ||
  contest.contestants.some(({ id, status }) => id === entryId && status === 'withdrawn');

/**
 * The entry to show when another one is called: that one, unless a draft is open or something waits for a decision.
 * A card that was signed makes way.
 */
export function follow<Id extends string>(
  shown: Id | null,
  state: CardState | null,
  called: Id | null,
): Id | null {
  if (called === null || called === shown) return shown;
  const holds = state === 'draft' || state === 'conflict' || state === 'refused';
  return shown !== null && holds ? shown : called;
}
