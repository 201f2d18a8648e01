import type { Contest } from '#shared/model/contest.ts';
import type { Bilingual } from '#shared/model/ruleset.ts';

export const contestantName = (contest: Contest, id: string): string =>
  contest.contestants.find((one) => one.id === id)?.name ?? id;

/** A judge by id; a pseudonym stays what it is. */
export const judgeName = (contest: Contest, id: string): string =>
  contest.judges.find((one) => one.id === id)?.name ?? id;

/** In the reader's language, where it is there. */
export const bilingual = ({ zh, en }: Bilingual, locale: string): string =>
  locale.startsWith('zh') ? zh || en : en || zh;
