import type { Frame } from '#shared/protocol/updates.ts';
import type { Heard } from './inbox.ts';
import { absorbMine } from './mine.ts';
import { appendComments, hideRow, replaceComments, restoreRow } from './rows.ts';
import type { ClientState, CommentRow } from './state.ts';

/** All that was heard since the last paint, in the client's state at once. */
export function absorb(
  state: ClientState,
  { state: event, snapshot, frames, missedNothing }: Heard,
): Partial<ClientState> {
  const youId = state.you?.id;
  let rows = state.rows;
  if (snapshot) rows = replaceComments(rows, snapshot.state.comments, youId, missedNothing);
  for (const frame of frames) rows = absorbRows(rows, frame, youId);
  const { online } = event.gauges.viewers;
  const { oneIn } = event.gauges.flow;
  return { event, rows, mine: absorbMine(state.mine, { frames, youId, online, oneIn }) };
}

function absorbRows(
  rows: readonly CommentRow[],
  frame: Frame,
  youId: string | undefined,
): readonly CommentRow[] {
  let next = rows;
  for (const fact of frame.facts) {
    if (fact.type === 'comment:hidden') next = hideRow(next, fact.payload.commentId);
    if (fact.type === 'comment:restored') next = restoreRow(next, fact.payload.comment, youId);
  }
  return appendComments(next, frame.comments, youId);
}
