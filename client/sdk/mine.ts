import type { CommentId } from '#shared/model/ids.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Frame } from '#shared/protocol/updates.ts';
import { storage } from './storage.ts';

/** One's own comment and what became of it, as far as its author may know. */
export type OwnComment = {
  id: CommentId;
  text: string;
  at: number;
  status: OwnStatus;
  /** Viewers online when it went out to everyone; null when it has not been seen to go out. */
  reach: number | null;
  /** One comment in so many went out to everyone when it was sent; 1 when all did. */
  oneIn: number;
};
export type OwnStatus = Output<'comment:mine'>['comments'][number]['status'];

type Mine = readonly OwnComment[];

/** More than one person says in an evening. */
export const MAX_MINE = 200;

export const addMine = (mine: Mine, comment: OwnComment): Mine =>
  mine.some(({ id }) => id === comment.id) ? mine : [...mine, comment].slice(-MAX_MINE);

/** The same list when it is about somebody else's. */
export const settleMine = (mine: Mine, id: CommentId, status: OwnStatus): Mine =>
  mine.some((own) => own.id === id) ? mine.map((own) => (own.id === id ? { ...own, status } : own)) : mine;

type Heard = { frames: readonly Frame[]; youId: string | undefined; online: number; oneIn: number };

/** What frames say of one's own: it went out to so many, often ahead of its ack; was taken back, was brought back. */
export function absorbMine(mine: Mine, { frames, youId, online, oneIn }: Heard): Mine {
  let next = mine;
  for (const { facts, comments } of frames) {
    for (const { id, text, at, author, held } of comments) {
      if (author.id !== youId || held) continue;
      next = addMine(next, { id, text, at, status: 'shown', reach: null, oneIn });
      next = next.map((own) =>
        own.id === id ? { ...own, status: 'shown', reach: own.reach ?? online } : own,
      );
    }
    for (const fact of facts) {
      if (fact.type === 'comment:hidden') next = settleMine(next, fact.payload.commentId, 'hidden');
      if (fact.type === 'comment:restored') next = settleMine(next, fact.payload.comment.id, 'shown');
    }
  }
  return next;
}

/** What the server knows of them; one it does not know was somebody else's, from before this viewer. */
export function checkMine(
  mine: Mine,
  asked: readonly CommentId[],
  known: Output<'comment:mine'>['comments'],
): Mine {
  const statuses = new Map(known.map(({ id, status }) => [id, status]));
  return mine.flatMap((own) => {
    const status = statuses.get(own.id);
    if (status !== undefined) return [{ ...own, status }];
    return asked.includes(own.id) ? [] : [own];
  });
}

/** Kept beside the viewer's token: as long as they are who they are. */
export function createMineStore(event: string, server: string) {
  const key = `xinli:mine:${server}:${event}`;
  return {
    read(): Mine {
      try {
        const kept: unknown = JSON.parse(storage.read(key) ?? '[]');
        return Array.isArray(kept) ? (kept as OwnComment[]) : [];
      } catch {
        // Written by something else: as if nothing was kept.
        return [];
      }
    },
    write: (mine: Mine): void => storage.write(key, JSON.stringify(mine)),
  };
}
