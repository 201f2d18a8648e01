import { z } from 'zod';
import { Contest, ResultLine, RoundPlan } from '#shared/model/contest.ts';
import { ContestantId, EventSlug, Instant, type RoundId } from '#shared/model/ids.ts';
import { Awarded } from '#shared/model/reveal.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { EventState } from '#shared/model/state.ts';
import { Tabulation } from '#shared/model/tabulation.ts';
import { VoteCount } from '#shared/model/vote-count.ts';
import { type Fact, facts as factTable } from '#shared/protocol/updates.ts';
import { isContestFact } from '#shared/rules/contest/fold-contest.ts';
import { blankSealed, foldSealed, sealedRound } from '#shared/rules/contest/fold-sealed.ts';
import { outcomeOf } from '#shared/rules/contest/outcome.ts';
import { judgeName, tabulationOf } from '#shared/rules/contest/tabulation-of.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import { canonical } from './canonical.ts';
import { digestOf } from './chain.ts';
import type { Signer } from './signer.ts';

/** A fact of the log, as it is hashed, and the hash behind it. */
export type LoggedFact = Fact & { seq: number; at: number; by: string; hash: string };

export const FORMAT = 'xinli-certificate/1';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A record of the log as it was hashed; what it says is read by folding it. */
const LogRecord = z.looseObject({ seq: z.int(), at: Instant, by: z.string(), type: z.string() });

/**
 * A result and all that it rests on (SC-19), as canonical JSON. `chain.records` is the event's whole log up to the
 * publication, in order: the records this result was made from, and of all others the digests alone.
 */
export const Certificate = z.strictObject({
  format: z.literal(FORMAT),
  event: z.strictObject({ slug: EventSlug, title: z.string() }),
  contest: z.string(),
  judgesShown: Contest.shape.judgesShown,
  plan: RoundPlan.strict(),
  ruleHash: Hash,
  publishedAt: Instant,
  entries: z.array(
    z.strictObject({ id: ContestantId, name: z.string(), organisation: z.string(), title: z.string() }),
  ),
  /** As the scorecards name them; a pseudonym has no name behind it here. */
  judges: z.array(
    z.strictObject({ id: z.string(), name: z.string().nullable(), organisation: z.string().nullable() }),
  ),
  input: Tabulation,
  /** What the ballots came to: raw, in quarantine, counted; null where there was no vote. */
  votes: VoteCount.nullable(),
  results: z.array(ResultLine.strict()),
  awards: z.array(Awarded.strict()),
  chain: z.strictObject({
    records: z.array(z.union([Hash, LogRecord])),
    tip: z.strictObject({ seq: z.int(), hash: Hash }),
  }),
  signer: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), fingerprint: z.string() }),
  signature: z.string(),
});
export type Certificate = z.output<typeof Certificate>;

/** The certificate of a published round, from the event's log alone; null when the log does not publish it. */
export function certify(log: readonly LoggedFact[], roundId: RoundId, signer: Signer): string | null {
  const published = log.find((fact) => fact.type === 'round:published' && fact.payload.roundId === roundId);
  if (published === undefined) return null;
  const known = log.slice(0, published.seq);
  const folded = foldAll(known);
  const { contest, event } = folded.state;
  const round = contest?.rounds.find(({ id }) => id === roundId);
  if (contest === null || round === undefined) return null;
  const derived = deriveResult(folded, roundId);
  const hidden = sealedRound(folded.sealed, roundId);
  const body: Omit<Certificate, 'signature'> = {
    format: FORMAT,
    event: { slug: event.slug, title: event.title },
    contest: contest.title,
    judgesShown: contest.judgesShown,
    plan: planOf(round),
    ruleHash: round.ruleHash ?? '',
    publishedAt: published.at,
    entries: round.entries.map(({ id, title }) => {
      const contestant = contest.contestants.find((other) => other.id === id);
      return { id, title, name: contestant?.name ?? '', organisation: contestant?.organisation ?? '' };
    }),
    judges: round.panel
      .map((judgeId) => {
        const judge = contest.judges.find(({ id }) => id === judgeId);
        const isNamed = contest.judgesShown === 'names';
        return {
          id: judgeName(hidden, judgeId),
          name: isNamed ? (judge?.name ?? '') : null,
          organisation: isNamed ? (judge?.organisation ?? '') : null,
        };
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...derived,
    chain: {
      records: known.map((fact) => {
        const { hash: _hash, ...record } = fact;
        return isEvidence(fact, roundId, contest.judgesShown) ? record : digestOf(record);
      }),
      tip: { seq: published.seq, hash: published.hash },
    },
    signer: { algorithm: 'Ed25519', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
  };
  return canonical({ ...body, signature: signer.sign(Buffer.from(canonical(body))) });
}

export type Folded = { state: EventState; sealed: SealedState };

export const foldAll = (facts: readonly Fact[]): Folded => ({
  state: facts.reduce<EventState>(fold, blankState),
  sealed: facts.reduce<SealedState>(foldSealed, blankSealed),
});

/** What a folded log makes of a round: the same input, result and awards that were published. */
export function deriveResult(
  { state, sealed }: Folded,
  roundId: RoundId,
): Pick<Certificate, 'input' | 'votes' | 'results' | 'awards'> {
  const { contest } = state;
  const round = contest?.rounds.find(({ id }) => id === roundId);
  if (contest === null || round === undefined) throw new RangeError('the log has no such round');
  const hidden = sealedRound(sealed, roundId);
  const input = tabulationOf(contest, round, { ...hidden, votes: hidden.votes?.sets ?? [] });
  const { results, awards } = outcomeOf(input, round.rules);
  return { input, votes: round.voting === null ? null : hidden.votes, results, awards };
}

export const planOf = ({ id, title, entries, panel, criteria, rules, vote }: RoundPlan): RoundPlan => ({
  id,
  title,
  entries,
  panel,
  criteria,
  rules,
  vote,
});

/** Facts that would tell which judge a pseudonym stands for. */
const BEHIND_PSEUDONYMS: readonly Fact['type'][] = ['card:recorded', 'round:masked', 'tie:ranked'];

/** Whether the result rests on this fact: what everybody heard of the contest, and what is sealed of the round itself. */
function isEvidence(fact: Fact, roundId: RoundId, judgesShown: Certificate['judgesShown']): boolean {
  if (!isContestFact(fact) || fact.type === 'card:progressed') return false;
  if (factTable[fact.type].audiences.includes('public')) return true;
  if (judgesShown === 'pseudonyms' && BEHIND_PSEUDONYMS.includes(fact.type)) return false;
  const { payload } = fact;
  if ('key' in payload) return payload.key.roundId === roundId;
  return 'roundId' in payload && payload.roundId === roundId;
}
