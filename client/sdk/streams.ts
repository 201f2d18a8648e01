import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Frame } from '#shared/protocol/updates.ts';
import type { CommentStream, ShownComment } from './state.ts';

/** Enough to know a comment again when its ack and its frame cross. */
const REMEMBERED = 500;

/** Tells whoever draws comments as they come: each id once, hides at once. History in snapshots is not replayed. */
export function createStreams() {
  const streams = new Set<CommentStream>();
  const seen = new Set<string>();

  const isNew = (comment: Comment): boolean => {
    if (comment.held || seen.has(comment.id)) return false;
    seen.add(comment.id);
    if (seen.size > REMEMBERED) for (const oldest of seen) if (seen.delete(oldest)) break;
    return true;
  };
  const shown = (comments: readonly Comment[], youId: string | undefined): void => {
    const fresh = comments
      .filter(isNew)
      .map((comment): ShownComment => ({ ...comment, isOwn: comment.author.id === youId }));
    if (fresh.length > 0) for (const stream of streams) stream.onShown?.(fresh);
  };
  const hidden = (id: CommentId): void => {
    for (const stream of streams) stream.onHidden?.(id);
  };

  return {
    listen(stream: CommentStream): () => void {
      streams.add(stream);
      return () => {
        streams.delete(stream);
      };
    },
    shown,
    hidden,
    frames(frames: readonly Frame[], youId: string | undefined): void {
      for (const frame of frames) {
        for (const fact of frame.facts) if (fact.type === 'comment:hidden') hidden(fact.payload.commentId);
        shown(frame.comments, youId);
      }
    },
  };
}
