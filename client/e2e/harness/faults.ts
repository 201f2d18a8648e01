/**
 * What went wrong beside the story: in a page, or in the server's log. It fails the test in its own words, beside
 * what failed in the test itself.
 */
const found: string[] = [];

export const addFaults = (source: string, faults: readonly string[]): void =>
  void found.push(...faults.map((fault) => `${source}: ${fault}`));

/** Throws when there are any, and forgets them. */
export function expectNoFaults(): void {
  const faults = found.splice(0);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
