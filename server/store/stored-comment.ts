import type { Comment, CommentStatus, Review } from '#shared/model/comment.ts';
import type { NewComment, StoredComment } from './store.ts';

/** A comment as both engines keep it: what the desk alone knows stands apart, so that it never leaves with the rest. */
type Kept = Comment & { review?: Review };

export const keptComment = ({ comment, review }: NewComment): string =>
  JSON.stringify(review === null ? comment : ({ ...comment, review } satisfies Kept));

export function storedComment(position: number, status: CommentStatus, kept: string): StoredComment {
  const { review = null, ...comment } = JSON.parse(kept) as Kept;
  return { position, comment, status, review };
}
