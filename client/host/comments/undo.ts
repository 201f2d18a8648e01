import { createContext, useContext } from 'react';
import type { CommentRow } from '../../sdk/index.ts';

export type Hide = (row: Pick<CommentRow, 'id' | 'text'> | undefined) => Promise<void>;

const UndoContext = createContext<Hide>(async () => {});

export const UndoContextProvider = UndoContext.Provider;

/** Hides a comment everywhere, and offers for ten seconds to take that back. */
export const useHide = (): Hide => useContext(UndoContext);
