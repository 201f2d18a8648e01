import type { Claim } from '../model/comment.ts';

/** The claim in force that somebody else has on a waiting comment. */
export const claimOfAnother = (
  claims: readonly Claim[],
  commentId: string,
  me: string,
  now: number,
): Claim | undefined =>
  claims.find((claim) => claim.commentId === commentId && claim.by !== me && claim.until > now);
