import type { CommentStatus } from '#shared/model/comment.ts';
import type { EventSlug, PollId } from '#shared/model/ids.ts';

export const STATUSES: readonly CommentStatus[] = [
  'shown',
  'held',
  'delayed',
  'selfOnly',
  'rejected',
  'hidden',
];

/** Every key of one event carries its slug as a hash tag, so that a cluster keeps them in one slot. */
export function keysOf(prefix: string, slug: EventSlug) {
  const key = (name: string): string => `${prefix}{${slug}}:${name}`;
  return {
    /** epoch, seq, hash, info, changed */
    meta: key('meta'),
    /** Facts; the one with number n is at index n - 1. */
    log: key('log'),
    /** '<actor> <commandId>' → answer */
    commands: key('commands'),
    /** id → '<position>:<status>:<comment>' */
    comments: key('comments'),
    /** Comment ids not archived; the one with position n is at index n - 1 - `upTo` of the archive. */
    positions: key('positions'),
    /** Comment ids by position. */
    status: (status: CommentStatus) => key(`status:${status}`),
    /** upTo (the last position that left for a file), folder, then a segment by its first position */
    archive: key('archive'),
    /** id → status, where it changed after the comment left */
    archivedStatus: key('archived-status'),
    archiveLease: key('archive-lease'),
    /** A bit per viewer number: the last decision about them was in their favour. */
    knownAuthors: key('known-authors'),
    pace: (actorId: string) => key(`pace:${actorId}`),
    commentCommands: [key('comment-commands:even'), key('comment-commands:odd')],
    /** state, closesAt, changeable, width, options, multiple, ballots, votes:<option> */
    box: (pollId: PollId) => key(`box:${pollId}`),
    /** One number of the box's width per viewer. */
    ballots: (pollId: PollId) => key(`ballots:${pollId}`),
    /** ballots, reactionBatches, taps:<kind>, peak, unique, visits, viewerNumbers */
    counts: key('counts'),
    leases: key('leases'),
    seen: key('seen'),
    channel: key('bus'),
  };
}

export type Keys = (slug: EventSlug) => ReturnType<typeof keysOf>;
