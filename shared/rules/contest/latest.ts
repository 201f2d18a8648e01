import type { Latest } from '../../model/contest.ts';
import type { Fact } from '../../protocol/updates.ts';

const HAPPENINGS: { [type in Fact['type']]?: Latest['what'] } = {
  'round:opened': 'opened',
  'round:reopened': 'opened',
  'entry:called': 'called',
  'vote:opened': 'voting',
  'reveal:shown': 'shown',
  'round:sealed': 'sealed',
  'round:published': 'published',
};

/** What a fact lets the hall see happen; null where it is nothing for the hall. */
export function latestOf(fact: Fact): Latest | null {
  const what = HAPPENINGS[fact.type];
  if (what === undefined) return null;
  if (fact.type === 'round:opened') return { roundId: fact.payload.plan.id, what };
  return 'roundId' in fact.payload ? { roundId: fact.payload.roundId, what } : null;
}
