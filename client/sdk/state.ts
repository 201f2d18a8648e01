import type { Author, Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import type { Welcome } from '#shared/protocol/updates.ts';
import type { OwnComment } from './mine.ts';

/**
 * `connecting`: never joined yet. `live`: joined, the state is current. `stale`: lost a moment ago, nothing to say yet.
 * `reconnecting`: lost for longer than the grace time. `offline`: the device has no network.
 * `closed`: over for good (`closedBy`). `refused`: the server said no (`refusal`), and asking again will not help.
 */
export type ConnectionStatus =
  | 'connecting'
  | 'live'
  | 'stale'
  | 'reconnecting'
  | 'offline'
  | 'closed'
  | 'refused';

export type You = Welcome['you'];

/** What became of a row. Only own rows are ever anything but `shown`. */
export type Delivery = 'shown' | 'sending' | 'held' | 'failed' | 'rejected';

/** One line of the comment list. `id` is null until the server has given one; `key` never changes. */
export type CommentRow = {
  key: string;
  id: CommentId | null;
  text: string;
  at: number;
  author: Author;
  isOwn: boolean;
  delivery: Delivery;
  /** Why it failed, when it did. */
  refusal: Refusal | null;
};

export type ClientState = {
  status: ConnectionStatus;
  /** Who ended it: a moderator, or the page itself. */
  closedBy: 'server' | 'page' | null;
  /** Why the join was refused. */
  refusal: Refusal | null;
  you: You | null;
  event: EventState | null;
  rows: readonly CommentRow[];
  /** One's own comments, oldest first, and what became of them. */
  mine: readonly OwnComment[];
  /** The server's clock minus this device's, in milliseconds. */
  clockOffsetMs: number;
  /** The last command the server refused. */
  lastRefusal: Refusal | null;
};

export const initialClientState: ClientState = {
  status: 'connecting',
  closedBy: null,
  refusal: null,
  you: null,
  event: null,
  rows: [],
  mine: [],
  clockOffsetMs: 0,
  lastRefusal: null,
};

/** What just became visible, for whoever draws it as it flies: danmaku lanes, a stage wall. */
export type CommentStream = {
  onShown?: (comments: readonly ShownComment[]) => void;
  onHidden?: (id: CommentId) => void;
};

export type ShownComment = Comment & { isOwn: boolean };
