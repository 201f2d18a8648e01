import type { Conflict, Contest, Judge, JudgeDevice } from '#shared/model/contest.ts';

/** Whom a judge will not score; nobody, where nothing was declared. */
export const conflictOf = ({ desk }: Contest, judgeId: Judge['id']): Conflict =>
  desk.conflicts.find((conflict) => conflict.judgeId === judgeId) ?? {
    judgeId,
    contestantIds: [],
    organisations: [],
  };

export const devicesOf = ({ desk }: Contest, judgeId: Judge['id']): JudgeDevice[] =>
  desk.devices.filter((device) => device.judgeId === judgeId);

export const activeDevices = (contest: Contest, judgeId: Judge['id']): JudgeDevice[] =>
  devicesOf(contest, judgeId).filter(({ revokedAt }) => revokedAt === null);

/** Every organisation somebody comes from, once. */
export const organisationsOf = ({ contestants }: Contest): string[] => [
  ...new Set(contestants.map(({ organisation }) => organisation).filter((name) => name !== '')),
];

/** The link that pairs one device, once. The code stands behind the `#`, where no server log sees it. */
export const inviteLink = (origin: string, slug: string, code: string): string =>
  `${origin}/judge/${slug}#${code}`;

/** Added where it was not, removed where it was. */
export const toggled = <T>(items: readonly T[], item: T): T[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
