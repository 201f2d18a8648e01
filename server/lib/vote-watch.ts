import type { BallotClasses } from '#shared/model/vote-count.ts';
import type { Clock } from './clock.ts';
import type { Provenance } from './provenance.ts';

/** What can be said of a ballot when it is cast. */
export type BallotClass = keyof BallotClasses;

/**
 * SC-11, B4. Looks at where ballots come from: many, within a minute, from one network and all by identities that were
 * only just made, are suspect. One node sees what comes in on it; it forgets everything within minutes.
 */
export type VoteWatch = {
  classify(vote: string, from: Provenance): BallotClass;
};

/** An identity this young may have been made for this ballot. */
const YOUNG_MS = 15_000;
const WINDOW_MS = 60_000;
/** Young voters of one network in one window that raise no suspicion: a class, a family, the regulars of a café. */
const ALLOWED = 30;
/** Networks one node keeps in mind at a time; the oldest are forgotten first. */
const KEPT = 20_000;

export function createVoteWatch(clock: Clock): VoteWatch {
  const startedAt = clock.now();
  /** Times of young ballots by vote and network, the latest touched last. */
  const seen = new Map<string, number[]>();

  function countYoung(key: string, now: number): number {
    const recent = (seen.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
    if (recent.length <= ALLOWED) recent.push(now);
    seen.delete(key);
    seen.set(key, recent);
    const [oldest] = seen.keys();
    if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
    return recent.length;
  }

  return {
    classify(vote, { subnet, isVouched, bornAt }) {
      if (isVouched) return 'clean';
      if (subnet === null || bornAt === null) return 'unknown';
      const now = clock.now();
      if (now - bornAt >= YOUNG_MS) return 'clean';
      if (countYoung(`${vote} ${subnet}`, now) > ALLOWED) return 'suspect';
      // Just started, this node cannot know how many came before.
      return now - startedAt < WINDOW_MS ? 'unknown' : 'clean';
    },
  };
}
