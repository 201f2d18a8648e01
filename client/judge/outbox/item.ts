import type { Round } from '#shared/model/contest.ts';
import type { CardKey, OwnCard, Values } from '#shared/model/scorecard.ts';
import type { Ack, ErrorCode } from '#shared/protocol/errors.ts';
import { sameValues } from '#shared/rules/contest/values.ts';
import { cardIn } from '../../sdk/index.ts';

/** One sending, the same however often it is repeated: its id and what went with it. */
export type Attempt = {
  commandId: string;
  kind: 'save' | 'sign';
  values: Values;
  version: number;
  ruleHash: string;
};

/** Why it waits for a person: the server has something else (`theirs`; null is nothing at all), or will not take it. */
export type Trouble =
  | { kind: 'conflict'; theirs: OwnCard | null }
  | { kind: 'refused'; code: ErrorCode; message: string };

/** A card as it is on this device and, until the item is gone, not yet on the server. */
export type Item = CardKey & {
  values: Values;
  /** The server's card these values began from; version 0 is none. */
  base: { version: number; values: Values };
  /** Signed here: the values stay as they are. */
  isSigned: boolean;
  /** The rules it was filled in under (SC-18). */
  ruleHash: string;
  attempt: Attempt | null;
  trouble: Trouble | null;
};

export const keyOf = ({ roundId, entryId, judgeId }: CardKey): string => `${judgeId}/${roundId}/${entryId}`;

/** A card as it is on the server, taken in hand. */
export const beginItem = (
  key: CardKey,
  { ruleHash }: Pick<Round, 'ruleHash'>,
  card: OwnCard | undefined,
): Item => ({
  roundId: key.roundId,
  entryId: key.entryId,
  judgeId: key.judgeId,
  values: card?.values ?? {},
  base: { version: card?.version ?? 0, values: card?.values ?? {} },
  isSigned: false,
  ruleHash: ruleHash ?? '',
  attempt: null,
  trouble: null,
});

/** Other values; a signed card and one in trouble keep theirs. */
export const withValues = (item: Item, values: Values): Item =>
  item.isSigned || item.trouble !== null ? item : { ...item, values };

export const signedItem = (item: Item): Item => (item.trouble === null ? { ...item, isSigned: true } : item);

/** Whether there is nothing to tell the server that it does not know. */
export const isIdle = (item: Item): boolean =>
  item.attempt === null &&
  item.trouble === null &&
  !item.isSigned &&
  sameValues(item.values, item.base.values);

/** What goes out next. What went out before and was not answered goes first, unchanged. */
export function withAttempt(item: Item, commandId: string): Item & { attempt: Attempt } {
  const { values, base, ruleHash, isSigned } = item;
  const kind = isSigned ? 'sign' : 'save';
  return { ...item, attempt: item.attempt ?? { commandId, kind, values, version: base.version, ruleHash } };
}

const UNANSWERED: readonly ErrorCode[] = ['UNAVAILABLE', 'RATE', 'INTERNAL'];

/** Whether the server has said yes or no; otherwise the same attempt is made again. */
export const isAnswered = (ack: Ack<OwnCard>): boolean => ack.ok || !UNANSWERED.includes(ack.error.code);

/** The item after its attempt was answered; null when nothing of it is left to send. */
export function settled(item: Item, ack: Ack<OwnCard>): Item | null {
  const { attempt } = item;
  if (attempt === null || !isAnswered(ack)) return item;
  const rest: Item = { ...item, attempt: null };
  if (ack.ok) {
    if (attempt.kind === 'sign') return null;
    return dropIdle({ ...rest, base: { version: ack.data.version, values: ack.data.values } });
  }
  const { code, message, details } = ack.error;
  // The id had been used for something else, so this was never counted: a new id may be.
  if (code === 'ID_REUSE') return rest;
  const theirs = cardIn(details);
  if (code === 'CONFLICT') return theirs ? beside(rest, theirs) : conflict(rest, null);
  if (theirs !== null && !takesValues(theirs)) return beside(rest, theirs);
  return { ...rest, trouble: { kind: 'refused', code, message } };
}

const TAKES_VALUES: readonly OwnCard['status'][] = ['draft', 'absent'];

/** Whether the server's card may still be filled in. */
export const takesValues = (card: OwnCard | undefined): boolean =>
  card === undefined || TAKES_VALUES.includes(card.status);

/** The item after the server's card was heard of. An unanswered attempt is answered first. */
export function reconciled(item: Item, card: OwnCard): Item | null {
  const isNews = card.version > item.base.version;
  return item.attempt === null && isNews ? beside(item, card) : item;
}

/**
 * Equal values go on from the server's card, and so do values that began from what it still says; anything else is a
 * conflict for a person to decide.
 */
function beside(item: Item, card: OwnCard): Item | null {
  const isSame = sameValues(item.values, card.values);
  if (takesValues(card)) {
    const isAhead = isSame || sameValues(item.base.values, card.values);
    if (!isAhead) return conflict(item, card);
    return dropIdle({ ...item, base: { version: card.version, values: card.values }, trouble: null });
  }
  const isIn = card.status === 'signed' || card.status === 'locked';
  const isUntouched = sameValues(item.values, item.base.values) && !item.isSigned;
  return (isIn && isSame) || isUntouched ? null : conflict(item, card);
}

const conflict = (item: Item, theirs: OwnCard | null): Item => ({
  ...item,
  trouble: { kind: 'conflict', theirs },
});

/** A person chose this device's values: they go on from the server's card. */
export function keptMine(item: Item): Item {
  if (item.trouble?.kind !== 'conflict') return { ...item, trouble: null };
  const { theirs } = item.trouble;
  const base = { version: theirs?.version ?? 0, values: theirs?.values ?? {} };
  return { ...item, base, trouble: null };
}

const dropIdle = (item: Item): Item | null => (isIdle(item) ? null : item);
