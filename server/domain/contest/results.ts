import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RuleSet } from '#shared/model/ruleset.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { Card } from '#shared/model/scorecard.ts';
import type { Tabulation } from '#shared/model/tabulation.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { VoteCount } from '#shared/model/vote-count.ts';
import { deviceOf } from '#shared/rules/contest/devices.ts';
import { sealedRound } from '#shared/rules/contest/fold-sealed.ts';
import { type Outcome, outcomeOf } from '#shared/rules/contest/outcome.ts';
import { type Evidence, tabulationOf } from '#shared/rules/contest/tabulation-of.ts';
import { Refusal } from '#shared/rules/scoring/refusal.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, isOut, roundOf } from './access.ts';
import { countBallots, readBallots } from './vote-count.ts';

export type Counted = Outcome & { file: Tabulation };

/** Counts what `make` puts together; what the rules refuse is refused with their words (`SC-11: …`). */
export function outcomeIn(make: () => Tabulation, rules: Pick<RuleSet, 'awards' | 'awardTies'>): Counted {
  try {
    const file = make();
    return { file, ...outcomeOf(file, rules) };
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return fail('INVALID', error.message);
    throw error;
  }
}

export type Known = { evidence: Evidence; votes: VoteCount | null };

/** What is known of a round now; the ballots as counted at the seal, or as they stand in the boxes. */
export async function knownOf(
  { slug, store }: Pick<Context, 'slug' | 'store'>,
  round: Round,
  sealed: SealedState,
): Promise<Known> {
  const known = sealedRound(sealed, round.id);
  const votes =
    known.votes ??
    (round.voting === null ? null : countBallots(await readBallots({ slug, store }, round), round.ruling));
  return { evidence: { ...known, votes: votes?.sets ?? [] }, votes };
}

export const countRound = (contest: Contest, round: Round, evidence: Evidence): Counted =>
  outcomeIn(() => tabulationOf(contest, round, evidence), round.rules);

/** The cards still missing before an entry's scores are whole; a waived one is not missing (SC-8). */
export function missingCards(contest: Contest, round: Round, evidence: Evidence): string[] {
  if (round.rules.judges === null) return [];
  return round.entries
    .filter(({ id }) => !isOut(contest, round, id))
    .flatMap(({ id }) =>
      round.panel
        .filter((judgeId) => !isFinal(evidence.cards[id]?.[judgeId]))
        .map((judgeId) => `${judgeId}/${id}`),
    );
}

/** Nothing more is waited for: it counts, or there will be none. */
export const isFinal = (card: Card | undefined): boolean =>
  card !== undefined && card.amendment === null && card.status !== 'draft' && card.status !== 'signed';

/**
 * The result as it stands, for those who may see it. A head judge who scores too hears of no entry before their own
 * card for it is done (SC-5): its cards are left out, and so is its figure.
 */
export async function readResults(
  context: Context,
  actor: Actor,
  { roundId, entryId }: Input<'round:results'>,
): Promise<Output<'round:results'>> {
  await context.ledger.refresh();
  const { state, sealed } = context.ledger;
  const round = roundOf(state, roundId);
  const known = await knownOf(context, round, sealed);
  const evidence = visibleTo(state, actor, round, known.evidence);
  const { file, results, awards } = countRound(contestOf(state), round, evidence);
  const cards = Object.values(evidence.cards).flatMap((ofEntry) => Object.values(ofEntry));
  return {
    results,
    awards,
    file,
    cards: entryId === undefined ? cards : cards.filter((card) => card.entryId === entryId),
  };
}

function visibleTo(state: EventState, actor: Actor, round: Round, evidence: Evidence): Evidence {
  const judgeId = deviceOf(state.contest, actor.id)?.judgeId;
  if (judgeId === undefined || !round.panel.includes(judgeId) || round.status !== 'open') return evidence;
  const cards = Object.entries(evidence.cards).filter(([, ofEntry]) => {
    const own = ofEntry[judgeId];
    return own !== undefined && own.status !== 'draft' && own.status !== 'absent';
  });
  return { ...evidence, cards: Object.fromEntries(cards) };
}
