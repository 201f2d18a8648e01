/** The id of a scoring rule. */
export type Rule = `SC-${number}`;

const MAX_LENGTH = 400;

/** A tabulation that cannot be counted. The message is one line and begins with the rule that it breaks. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly rule: Rule;

  constructor(rule: Rule, complaint: string) {
    // Ids come from a file: none of them may start a second line, steer a terminal or fill the screen.
    const line = `${rule}: ${complaint}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    super(line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line);
    this.rule = rule;
  }
}

/** Ends the tabulation. */
export function refuse(rule: Rule, complaint: string): never {
  throw new Refusal(rule, complaint);
}

/** Refuses what is named twice. */
export function refuseRepeats(rule: Rule, where: string, ids: Iterable<string>): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) refuse(rule, `${where}/${id} is there twice`);
    seen.add(id);
  }
}

/** Refuses what is not an entry of the round. */
export function refuseStrangers(
  rule: Rule,
  where: string,
  ids: Iterable<string>,
  entries: ReadonlySet<string>,
): void {
  for (const id of ids) if (!entries.has(id)) refuse(rule, `${where}/${id} is not an entry`);
}
