import { Trans } from '@lingui/react/macro';
import type { Review } from '#shared/model/comment.ts';
import { Badge } from '../../ui/parts/Badge.tsx';

/** Why it waits, where that is not for everybody the same. */
export function ReviewTags({ review }: { review: Review | undefined }) {
  if (!review) return null;
  return (
    <>
      {review.isFirst && (
        <Badge tone="gold">
          <Trans>首次发言</Trans>
        </Badge>
      )}
      {review.words.map((word) => (
        <Badge key={word} tone="alert">
          {word}
        </Badge>
      ))}
    </>
  );
}
