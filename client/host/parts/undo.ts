import { useLingui } from '@lingui/react/macro';
import { createContext, useCallback, useContext } from 'react';
import type { CommentId } from '#shared/model/ids.ts';
import { useRun } from '../use-run.ts';

/** What was just done, and what takes it back. */
export type Undoable = { key: string; words: string; undo: () => Promise<unknown> };

const UndoContext = createContext<(done: Undoable) => void>(() => {});

export const UndoContextProvider = UndoContext.Provider;

/** Offers a way back for ten seconds by a button, and by the key U for as long as it is the last one. */
export const useUndo = (): ((done: Undoable) => void) => useContext(UndoContext);

export type Hide = (row: { id: CommentId | null; text: string } | undefined) => Promise<void>;

/** Hides a comment everywhere, and offers to take that back. */
export function useHide(): Hide {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  return useCallback<Hide>(
    async (row) => {
      const commentId = row?.id;
      if (!commentId || (await run('comment:hide', { commentId })) === null) return;
      const undo = () => run('comment:restore', { commentId });
      offer({ key: commentId, words: t`已隐藏：${row.text}`, undo });
    },
    [run, offer, t],
  );
}
