import type { RoundId } from '../../model/ids.ts';
import type { SealedRound, SealedState } from '../../model/sealed.ts';
import type { Card, CardKey, CardVersion } from '../../model/scorecard.ts';
import type { Fact } from '../../protocol/updates.ts';

export const blankSealed: SealedState = { rounds: {}, invitations: {} };

export const blankSealedRound: SealedRound = {
  cards: {},
  times: {},
  votes: null,
  tieBreakOrder: [],
  decision: { order: [], reason: '' },
  pseudonyms: {},
};

/** What the server knows of a round; nothing yet, when nothing was recorded. */
export const sealedRound = (sealed: SealedState, roundId: RoundId): SealedRound =>
  sealed.rounds[roundId] ?? blankSealedRound;

export const cardOf = (sealed: SealedState, { roundId, entryId, judgeId }: CardKey): Card | undefined =>
  sealed.rounds[roundId]?.cards[entryId]?.[judgeId];

/**
 * The second reducer: facts that no audience hears, folded on the server alone, next to the event's state (SC-5).
 * It is pure, so that whoever holds the log, as `xinli verify` does, comes to the same cards.
 */
export function foldSealed(sealed: SealedState, fact: Fact): SealedState {
  switch (fact.type) {
    case 'card:recorded': {
      const { key, entry } = fact.payload;
      const { cards } = sealedRound(sealed, key.roundId);
      const card = nextCard(cards[key.entryId]?.[key.judgeId], key, entry);
      const ofEntry = { ...cards[key.entryId], [key.judgeId]: card };
      return change(sealed, key.roundId, { cards: { ...cards, [key.entryId]: ofEntry } });
    }
    case 'time:recorded': {
      const { roundId, entryId, elapsedMs } = fact.payload;
      const { [entryId]: _old, ...others } = sealedRound(sealed, roundId).times;
      const times = elapsedMs === null ? others : { ...others, [entryId]: elapsedMs };
      return change(sealed, roundId, { times });
    }
    case 'tie:ranked':
      return change(sealed, fact.payload.roundId, { tieBreakOrder: fact.payload.order });
    case 'tie:decided': {
      const { roundId, order, reason } = fact.payload;
      return change(sealed, roundId, { decision: { order, reason } });
    }
    case 'vote:counted':
      return change(sealed, fact.payload.roundId, { votes: fact.payload.votes });
    case 'round:masked':
      return change(sealed, fact.payload.roundId, { pseudonyms: fact.payload.pseudonyms });
    case 'round:reopened':
      return change(sealed, fact.payload.roundId, { votes: null });
    case 'judge:invited': {
      const { judgeId, codeHash, expiresAt } = fact.payload;
      const mine = sealed.invitations[judgeId] ?? [];
      const invitation = { codeHash, expiresAt, device: null, actorId: null };
      return { ...sealed, invitations: { ...sealed.invitations, [judgeId]: [...mine, invitation] } };
    }
    case 'judge:bound': {
      const { judgeId, codeHash, device, actorId } = fact.payload;
      const mine = (sealed.invitations[judgeId] ?? []).map((invitation) =>
        invitation.codeHash === codeHash ? { ...invitation, device, actorId } : invitation,
      );
      return { ...sealed, invitations: { ...sealed.invitations, [judgeId]: mine } };
    }
    default:
      return sealed;
  }
}

/** The card after one more version of it; autosaves leave no line in its history, as the log has them. */
export function nextCard(before: Card | undefined, key: CardKey, entry: CardVersion): Card {
  const history = [...(before?.history ?? [])];
  if (entry.step !== 'saved') history.push(entry);
  const base = before ?? {
    ...key,
    values: {},
    proxy: false,
    enteredBy: '',
    reason: '',
    amendment: null,
    version: entry.version,
    status: entry.status,
    history,
  };
  const next: Card = { ...base, version: entry.version, status: entry.status, history };
  switch (entry.step) {
    case 'saved':
    case 'signed':
      return { ...next, values: entry.values ?? {}, proxy: entry.proxy, enteredBy: entry.person, reason: '' };
    case 'amendmentAsked':
      return { ...next, amendment: entry };
    case 'amended':
      return {
        ...next,
        values: base.amendment?.values ?? base.values,
        enteredBy: base.amendment?.person ?? base.enteredBy,
        reason: base.amendment?.reason ?? '',
        amendment: null,
      };
    case 'amendmentRefused':
      return { ...next, amendment: null };
    case 'confirmed':
      return next;
    case 'rejected':
    case 'recused':
    case 'abstained':
    case 'waived':
      return { ...next, reason: entry.reason };
    default:
      return entry.step satisfies never;
  }
}

const change = (sealed: SealedState, roundId: RoundId, changed: Partial<SealedRound>): SealedState => ({
  ...sealed,
  rounds: { ...sealed.rounds, [roundId]: { ...sealedRound(sealed, roundId), ...changed } },
});
