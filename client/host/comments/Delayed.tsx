import { Trans } from '@lingui/react/macro';
import type { Comment } from '#shared/model/comment.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Act } from '../parts/Act.tsx';
import { useHide } from '../parts/undo.ts';
import { DeskRow } from './DeskRow.tsx';
import { ReviewTags } from './ReviewTags.tsx';

/** What nobody but the desk sees yet, newest first. */
export function useDelayed(): readonly Comment[] {
  const now = useNow(500);
  const delayed = useEventState(({ desk }) => desk.delayed);
  return delayed.filter(({ review }) => (review?.dueAt ?? 0) > now).toReversed();
}

type Props = { comments: readonly Comment[]; selected: string | null };

/** On their way: hidden before the time is up, nobody has seen them. */
export function Delayed({ comments, selected }: Props) {
  const hide = useHide();
  const now = useNow(500);
  return comments.map((comment) => {
    const { id, at, author, text, review } = comment;
    const seconds = Math.max(1, Math.ceil(((review?.dueAt ?? 0) - now) / 1_000));
    return (
      <DeskRow
        key={id}
        id={id}
        at={at}
        author={author}
        text={text}
        isSelected={selected === id}
        tags={<ReviewTags review={review} />}
      >
        <Badge tone="gold">
          <Trans>{seconds} 秒后展示</Trans>
        </Badge>
        <Act size="small" tone="quiet" onPress={() => hide(comment)}>
          <Trans>隐藏</Trans>
        </Act>
      </DeskRow>
    );
  });
}
