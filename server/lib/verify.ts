import { createPublicKey } from 'node:crypto';
import type { Fact } from '#shared/protocol/updates.ts';
import { outcomeOf } from '#shared/rules/contest/outcome.ts';
import { Refusal } from '#shared/rules/scoring/refusal.ts';
import { parseStrictly } from '#shared/rules/scoring/strict-json.ts';
import { canonical } from './canonical.ts';
import { Certificate, deriveResult, foldAll, planOf } from './certificate.ts';
import { digestOf, GENESIS, linkHash } from './chain.ts';
import { ruleHashOf } from './rule-hash.ts';
import { fingerprintOf, isSignedBy } from './signer.ts';

export type Verdict =
  /** Not a certificate at all, or not in its one spelling's shape. */
  | { is: 'unreadable'; why: string }
  | { is: 'different'; where: string[]; fingerprint: string }
  /** `isKeyChecked`: the signer is the one whose key was given. `hasCards`: the cards themselves are in it. */
  | { is: 'equal'; fingerprint: string; isKeyChecked: boolean; hasCards: boolean; records: number };

/**
 * Recomputes a certificate from its own bytes (SC-19): spelling, signature, rule hash, chain, the result from its
 * input, and the input from the records of the log. `key` is the signer's public key, from elsewhere than the file.
 */
export function verifyCertificate(text: string, key: string | null): Verdict {
  let raw: unknown;
  try {
    raw = parseStrictly(text);
  } catch (error) {
    return { is: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
  const read = Certificate.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { is: 'unreadable', why: `${issue?.path.join('/') || 'the file'}: ${issue?.message}` };
  }
  const certificate = read.data;
  const where = [
    ...(canonical(raw) === text ? [] : ['the bytes are not the canonical form of what they say']),
    ...signature(raw, certificate, key),
    ...rules(certificate),
    ...chain(certificate),
    ...tabulated(certificate),
    ...recorded(certificate),
  ];
  const { fingerprint } = certificate.signer;
  if (where.length > 0) return { is: 'different', where, fingerprint };
  return {
    is: 'equal',
    fingerprint,
    isKeyChecked: key !== null,
    hasCards: certificate.judgesShown === 'names',
    records: certificate.chain.records.length,
  };
}

/** A public key as PEM, or as its 32 bytes in base64url. Throws a RangeError. */
export function readPublicKey(text: string): string {
  const key = text.trim();
  if (/^[\w-]{43}$/.test(key)) return key;
  try {
    const { x } = createPublicKey(key).export({ format: 'jwk' });
    if (x !== undefined) return x;
  } catch {
    // Neither form: said below.
  }
  throw new RangeError('not an Ed25519 public key (PEM, or 43 characters of base64url)');
}

function signature(raw: unknown, { signer, signature: given }: Certificate, key: string | null): string[] {
  const { signature: _signature, ...body } = raw as Record<string, unknown>;
  const where: string[] = [];
  if (!isSignedBy(signer.publicKey, Buffer.from(canonical(body)), given)) where.push('signature');
  if (fingerprintOf(signer.publicKey) !== signer.fingerprint) where.push('signer/fingerprint');
  if (key !== null && key !== signer.publicKey)
    where.push('signer: signed by another key than the one given');
  return where;
}

const rules = ({ plan, ruleHash }: Certificate): string[] =>
  ruleHashOf(plan) === ruleHash ? [] : ['ruleHash'];

/** The chain from the first record to the publication; a record that stands there in full is digested anew. */
function chain({ chain: { records, tip } }: Certificate): string[] {
  const misplaced = records.findIndex(
    (record, index) => typeof record !== 'string' && record.seq !== index + 1,
  );
  if (misplaced !== -1) return [`chain/records/${misplaced}: not in its place`];
  if (records.length !== tip.seq) return [`chain: ${records.length} records, not ${tip.seq}`];
  const last = records
    .map((record) => (typeof record === 'string' ? record : digestOf(record)))
    .reduce(linkHash, GENESIS);
  return last === tip.hash ? [] : ['chain/tip/hash'];
}

function tabulated({ plan, input, results, awards }: Certificate): string[] {
  try {
    const outcome = outcomeOf(input, plan.rules);
    return [
      ...differing('results', outcome.results, results),
      ...differing('awards', outcome.awards, awards),
    ];
  } catch (error) {
    return [`input: ${error instanceof Refusal ? error.message : String(error)}`];
  }
}

/** The records in the chain, folded, say the same as the certificate around them. */
function recorded(certificate: Certificate): string[] {
  const records = certificate.chain.records.filter((record) => typeof record !== 'string');
  try {
    const folded = foldAll(records as unknown as Fact[]);
    const { contest } = folded.state;
    const round = contest?.rounds.find(({ id }) => id === certificate.plan.id);
    if (contest === null || round === undefined) return ['chain: the round is not in it'];
    const derived = deriveResult(folded, round.id);
    const where = [
      ...differing('votes', derived.votes, certificate.votes),
      ...differing('plan', planOf(round), certificate.plan),
      ...differing('ruleHash', round.ruleHash, certificate.ruleHash),
      ...differing('contest', contest.title, certificate.contest),
      ...differing('judgesShown', contest.judgesShown, certificate.judgesShown),
      ...differing('results', round.results, certificate.results),
      ...differing('awards', round.awards, certificate.awards),
      ...people(certificate, contest),
    ];
    if (certificate.judgesShown === 'pseudonyms') return where;
    return [...where, ...differing('input', derived.input, certificate.input)];
  } catch (error) {
    return [
      `chain: its records cannot be folded (${error instanceof Error ? error.message : String(error)})`,
    ];
  }
}

type Contest = NonNullable<ReturnType<typeof foldAll>['state']['contest']>;

function people({ entries, judges, judgesShown, plan }: Certificate, contest: Contest): string[] {
  const named = entries.map(({ id }) => {
    const contestant = contest.contestants.find((other) => other.id === id);
    const title = plan.entries.find((entry) => entry.id === id)?.title;
    return { id, name: contestant?.name, organisation: contestant?.organisation, title };
  });
  const seated = judges.map(({ id }) => {
    const judge = contest.judges.find((other) => other.id === id);
    return { id, name: judge?.name, organisation: judge?.organisation };
  });
  return [
    ...differing('entries', named, entries),
    ...(judgesShown === 'names' ? differing('judges', seated, judges) : []),
  ];
}

const differing = (where: string, recomputed: unknown, given: unknown): string[] =>
  canonical(recomputed) === canonical(given) ? [] : [where];
