import type { ResultLine, RoundPlan } from '#shared/model/contest.ts';
import type { Awarded } from '#shared/model/reveal.ts';
import type { Part, ScorecardPart, Tabulation } from '#shared/model/tabulation.ts';
import type { VoteCount } from '#shared/model/vote-count.ts';
import { certificateLink } from './result-link.ts';

/** What a reader is shown of a certificate (SC-19); the file holds the log behind it as well. */
export type Certificate = {
  format: string;
  event: { slug: string; title: string };
  contest: string;
  judgesShown: 'names' | 'pseudonyms';
  plan: RoundPlan;
  ruleHash: string;
  publishedAt: number;
  entries: { id: string; name: string; organisation: string; title: string }[];
  judges: { id: string; name: string | null; organisation: string | null }[];
  input: Tabulation;
  votes: VoteCount | null;
  results: ResultLine[];
  awards: Awarded[];
  chain: { tip: { seq: number; hash: string } };
  signer: { algorithm: string; publicKey: string; fingerprint: string };
  signature: string;
};

export const FORMAT = 'xinli-certificate/1';

/** `unpublished`: there is none yet, or no such round. `newer`: written by a server this page does not know. */
export type Fetched =
  | { state: 'loading' | 'unpublished' | 'unreachable' | 'newer' }
  | { state: 'there'; certificate: Certificate };

export async function fetchCertificate(slug: string, roundId: string): Promise<Fetched> {
  try {
    const response = await fetch(certificateLink(slug, roundId));
    if (response.status >= 500 || response.status === 429) return { state: 'unreachable' };
    if (!response.ok) return { state: 'unpublished' };
    const certificate = (await response.json()) as Certificate;
    return certificate.format === FORMAT ? { state: 'there', certificate } : { state: 'newer' };
  } catch {
    // No network, or an answer that is no JSON: either way there is nothing to show, and it may be there later.
    return { state: 'unreachable' };
  }
}

export const scorecardsOf = ({ parts }: Tabulation): ScorecardPart | null =>
  parts.find((part: Part): part is ScorecardPart => 'scorecards' in part) ?? null;

/** The votes that counted, over all groups of voters; null where there was no vote. */
export function votesOf({ votes }: Pick<Certificate, 'votes'>): Record<string, number> | null {
  if (votes === null) return null;
  const sum: Record<string, number> = {};
  for (const { counted } of votes.sets)
    for (const [id, count] of Object.entries(counted)) sum[id] = (sum[id] ?? 0) + count;
  return sum;
}
