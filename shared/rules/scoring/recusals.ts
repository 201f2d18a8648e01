import { refuseStrangers } from './refusal.ts';

type Pair = { readonly judge: string; readonly entry: string };

/** Whether a judge is recused from an entry (SC-4). Throws a Refusal for an entry that is none. */
export function recusals(
  where: string,
  recused: readonly Pair[],
  entries: ReadonlySet<string>,
): (judge: string, entry: string) => boolean {
  const byJudge = new Map<string, Set<string>>();
  for (const { judge, entry } of recused) {
    refuseStrangers('SC-4', `${where}/recused/${judge}`, [entry], entries);
    byJudge.set(judge, (byJudge.get(judge) ?? new Set()).add(entry));
  }
  return (judge, entry) => byJudge.get(judge)?.has(entry) ?? false;
}
