import type { Breaker } from './tie-breakers.ts';
import { tiersBy } from './tiers.ts';
import { othersIn } from './wording.ts';

/** Tiers, best first, after the chain; and for each entry that was ever level, what the chain said of it. */
export type Broken = { readonly tiers: string[][]; readonly says: ReadonlyMap<string, string[]> };

/** SC-14: each step applies to every group still tied; who is level after the last one shares the rank (SC-15). */
export function breakTies(level: readonly string[][], breakers: readonly Breaker[]): Broken {
  const says = new Map<string, string[]>();
  const note = (entry: string, line: string): void => {
    says.set(entry, [...(says.get(entry) ?? []), line]);
  };
  noteEach(level, (entry, others) => note(entry, `level with ${others} (SC-14)`));

  let tiers = [...level];
  for (const { step, rule } of breakers) {
    tiers = tiers.flatMap((tied) => {
      if (tied.length === 1) return [tied];
      const ruling = rule(tied);
      if ('passedOver' in ruling) {
        for (const entry of tied) note(entry, `${step} passed over: ${ruling.passedOver} (SC-14)`);
        return [tied];
      }
      const parted = tiersBy(tied, (entry) => ruling.verdictOn(entry).value);
      for (const tier of parted) {
        for (const entry of tier) {
          const outcome = tier.length === 1 ? 'decides' : `leaves it level with ${othersIn(tier, entry)}`;
          note(entry, `${step} ${ruling.verdictOn(entry).says} ${outcome} (SC-14)`);
        }
      }
      return parted;
    });
  }
  noteEach(tiers, (entry, others) => note(entry, `shares the rank with ${others} (SC-15)`));
  return { tiers, says };
}

function noteEach(tiers: readonly string[][], noteLevel: (entry: string, others: string) => void): void {
  for (const tied of tiers) {
    if (tied.length === 1) continue;
    for (const entry of tied) noteLevel(entry, othersIn(tied, entry));
  }
}
