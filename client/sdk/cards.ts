import type { OwnCard } from '#shared/model/scorecard.ts';

/** The judge's cards with this one in its place; an older version than the one known changes nothing. */
export function withCard(cards: readonly OwnCard[] = [], card: OwnCard): OwnCard[] {
  const isSame = (other: OwnCard): boolean =>
    other.roundId === card.roundId && other.entryId === card.entryId && other.judgeId === card.judgeId;
  const known = cards.find(isSame);
  if (known && known.version > card.version) return [...cards];
  return [...cards.filter((other) => !isSame(other)), card];
}
