import type { OwnCard } from '#shared/model/scorecard.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import type { You } from './state.ts';

/** A judge with this card in its place; an older version than the one known changes nothing. */
export function withCard(you: You, card: OwnCard): You {
  const cards = you.cards ?? [];
  const known = cards.find((other) => isSame(other, card));
  if (known && known.version > card.version) return you;
  return { ...you, cards: [...cards.filter((other) => !isSame(other, card)), card] };
}

/** What the answer to a card says of it: as it was taken, or with a refusal as it is on the server. */
export function withAnsweredCard(you: You, ack: Ack<Output<'score:save'>>): You {
  const card = ack.ok ? ack.data : cardIn(ack.error.details);
  return card ? withCard(you, card) : you;
}

/** The judge's own card in a refusal's details, where there is one. */
export function cardIn(details: unknown): OwnCard | null {
  if (typeof details !== 'object' || details === null || !('card' in details)) return null;
  return details.card as OwnCard | null;
}

const isSame = (a: OwnCard, b: OwnCard): boolean =>
  a.roundId === b.roundId && a.entryId === b.entryId && a.judgeId === b.judgeId;
