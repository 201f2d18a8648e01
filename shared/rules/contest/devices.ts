import type { Contest, JudgeDevice } from '../../model/contest.ts';

/** The device that acts for a judge, if this actor is one and has not been revoked. */
export const deviceOf = (contest: Contest | null, actorId: string): JudgeDevice | undefined =>
  contest?.desk.devices.find((device) => device.actorId === actorId && device.revokedAt === null);

/** Whether an actor's right to be here was taken back. */
export const isRevoked = (contest: Contest | null, actorId: string): boolean =>
  contest?.desk.devices.some((device) => device.actorId === actorId && device.revokedAt !== null) ?? false;
