import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Comment } from '#shared/model/comment.ts';
import { useUndo } from '../parts/undo.ts';
import { useRun } from '../use-run.ts';

type Some = Comment | undefined;

/** Decisions on what waits; each can be taken back, and then it waits again. */
export function useDecide() {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  return useMemo(() => {
    const taken = (comment: Comment, words: string): void =>
      offer({ key: comment.id, words, undo: () => run('comment:hold', { commentId: comment.id }) });

    const approve = async (comment: Some): Promise<boolean> => {
      if (!comment || (await run('comment:approve', { commentId: comment.id })) === null) return false;
      taken(comment, t`已通过：${comment.text}`);
      return true;
    };
    return {
      approve,
      async reject(comment: Some): Promise<void> {
        if (!comment || (await run('comment:reject', { commentId: comment.id })) === null) return;
        taken(comment, t`未通过：${comment.text}`);
      },
      async pin(comment: Some): Promise<void> {
        if (comment && (await approve(comment))) await run('comment:pin', { commentId: comment.id });
      },
    };
  }, [run, offer, t]);
}
