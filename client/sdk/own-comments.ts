import { nanoid } from 'nanoid';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Execute } from './execute.ts';
import { addMine, checkMine } from './mine.ts';
import { addOwn, failOwn, removeRow, settleOwn } from './rows.ts';
import type { ClientState, CommentRow } from './state.ts';

type Parts = {
  execute: Execute;
  get: () => ClientState;
  set: (change: Partial<ClientState>) => void;
  now: () => number;
  shown: (comments: readonly Comment[], youId: string | undefined) => void;
};

/** Posting with a row that is there at once. Its key is the command's id, so a retry never doubles the comment. */
export function createOwnComments({ execute, get, set, now, shown }: Parts) {
  const nicknames = new Map<string, string>();

  async function send(
    key: string,
    text: string,
    nickname: string | undefined,
    isRetry = false,
  ): Promise<Ack<Output<'comment:post'>>> {
    const { you } = get();
    if (!you)
      return { ok: false, error: { code: 'UNAVAILABLE', message: 'not joined yet', retryable: true } };
    const author = { id: you.id, name: nickname ?? you.name, role: you.role };
    set({ rows: addOwn(get().rows, key, text, author, now()) });
    const ack = await execute('comment:post', nickname ? { text, nickname } : { text }, { commandId: key });
    if (ack.ok) {
      const { id, shown: isShown } = ack.data;
      set({ rows: settleOwn(get().rows, key, id, isShown) });
      const oneIn = get().event?.gauges.flow.oneIn ?? 1;
      const status = isShown ? 'shown' : 'held';
      set({ mine: addMine(get().mine, { id, text, at: now(), status, reach: null, oneIn }) });
      if (isShown) shown([{ id, text, at: now(), author }], you.id);
    } else if (isRetry || ack.error.code === 'UNAVAILABLE') {
      set({ rows: failOwn(get().rows, key, ack.error) });
    } else set({ rows: removeRow(get().rows, key) });
    return ack;
  }

  return {
    /**
     * Posts a comment. When nothing answers, its row stays as `failed` for a retry; when the server refuses it,
     * the row goes and the caller, which has the text, says why. A retry that is refused keeps its row, and the reason.
     */
    post(text: string, nickname?: string): Promise<Ack<Output<'comment:post'>>> {
      const key = nanoid();
      if (nickname) nicknames.set(key, nickname);
      return send(key, text, nickname);
    },
    async retry(row: CommentRow): Promise<void> {
      if (row.delivery === 'failed') await send(row.key, row.text, nicknames.get(row.key), true);
    },
    /** Asks the server what became of the latest: a phone that was asleep has missed it. */
    async check(): Promise<void> {
      const asked: CommentId[] = get()
        .mine.slice(-LIMITS.ownComments)
        .map(({ id }) => id);
      if (asked.length === 0) return;
      const ack = await execute('comment:mine', { commentIds: asked });
      if (ack.ok) set({ mine: checkMine(get().mine, asked, ack.data.comments) });
    },
    discard(row: CommentRow): void {
      set({ rows: removeRow(get().rows, row.key) });
    },
  };
}
