import type { JudgeId } from '../../model/ids.ts';
import type { SealedState } from '../../model/sealed.ts';
import type { Card, OwnCard } from '../../model/scorecard.ts';

/** A card as its own judge sees it. */
export const ownCard = ({ amendment: _a, history: _h, enteredBy: _e, ...card }: Card): OwnCard => card;

/** A judge's own cards of every round, and nobody else's (SC-5). */
export const cardsOfJudge = (sealed: SealedState, judgeId: JudgeId): OwnCard[] =>
  Object.values(sealed.rounds)
    .flatMap(({ cards }) => Object.values(cards))
    .flatMap((ofEntry) => {
      const card = ofEntry[judgeId];
      return card === undefined ? [] : [ownCard(card)];
    });
