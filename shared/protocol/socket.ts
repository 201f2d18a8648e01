import type { Role } from '../model/actor.ts';
import type { ScreenPage } from '../model/screen.ts';
import type { CommandName, Output, RawInput } from './commands.ts';
import type { Ack } from './errors.ts';
import type { Deflated, Payload, SentFrame, Snapshot, UpdateName } from './updates.ts';

/** What a client sends: `socket.emit('poll:vote', { commandId, ...input }, ack)`. */
export type ClientToServer = {
  [N in CommandName]: (
    input: RawInput<N> & { commandId?: string },
    ack: (answer: Ack<Output<N>>) => void,
  ) => void;
};

export type ServerToClient = {
  [N in Exclude<UpdateName, 'snapshot' | 'frame'>]: (payload: Payload<N>) => void;
} & {
  snapshot: (payload: Snapshot | Deflated) => void;
  frame: (payload: SentFrame | Deflated) => void;
};

/**
 * The handshake is the join. Without a token a viewer gets one; the role `screen` is a viewer who is not counted, and
 * may say which page it is, so that the desk sees it come and go. With `deflate`, the form
 * it reads, snapshots and frames may come deflated.
 */
export type Handshake = { event: string; token?: string; role?: Role; page?: ScreenPage; deflate?: number };
