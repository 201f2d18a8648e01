import type { Role } from '#shared/model/actor.ts';
import type { ReactionKind } from '#shared/model/gauges.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { ScreenPage } from '#shared/model/screen.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import type { Handshake } from '#shared/protocol/socket.ts';
import { DEFLATE_FORM, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { snapshotFrom, Unreadable } from '#shared/rules/deflated.ts';
import { absorb } from './absorb.ts';
import { withBallot } from './ballots.ts';
import { withAnsweredCard, withCard } from './cards.ts';
import { createExecute, type Execute } from './execute.ts';
import { createInbox } from './inbox.ts';
import { createLink } from './link.ts';
import { createMineStore, settleMine } from './mine.ts';
import { createOwnComments } from './own-comments.ts';
import { createReactions } from './reactions.ts';
import { appendComments, decideOwn } from './rows.ts';
import { type ClientState, type CommentRow, type CommentStream, initialClientState } from './state.ts';
import { createStore } from './store.ts';
import { createStreams } from './streams.ts';
import { createTokenStore } from './token-store.ts';

/** What every visitor is told on joining, and when that was on the server's clock. */
export type FirstPicture = { serverTime: number; state: EventState };

export type ClientOptions = {
  /** The event's slug, as in `/e/:slug`. */
  event: string;
  /** Where the server is; the page's own origin when absent. */
  server?: string;
  /** A minted token (host, moderator, …). Viewers leave it out: theirs is issued, kept and sent again. */
  token?: string;
  /** `screen` for a stage that should not be counted. */
  role?: Role;
  /** Which stage page this is, for the desk to see. */
  page?: ScreenPage | undefined;
  /** What a widget in a sandboxed frame got with its page; see server/lib/tickets.ts. */
  ticket?: string | undefined;
  /** What the page came with, shown until the server is heard. */
  first?: FirstPicture | null;
};

export type Client = {
  getSnapshot(): ClientState;
  subscribe(listener: () => void): () => void;
  /** Sends a command until it is answered; never rejects. */
  execute: Execute;
  /** Posts a comment with an optimistic row; see `ClientState.rows`. */
  post(text: string, nickname?: string): Promise<Ack<Output<'comment:post'>>>;
  retry(row: CommentRow): Promise<void>;
  discard(row: CommentRow): void;
  /** Brings `ClientState.mine` up to date with the server. */
  checkMine(): Promise<void>;
  /** Counts a tap; taps leave in one batch per kind and half second. */
  react(kind: ReactionKind, count?: number): void;
  /** Comments as they become visible (never history), and hides. */
  listen(stream: CommentStream): () => void;
  /** The server's time in Unix milliseconds. */
  now(): number;
  reconnect(): void;
  destroy(): void;
};

/** Deflated updates that could not be read, from which on they are asked for as text. */
const MOST_UNREADABLE = 2;

/** One connection to one event, and the store of everything heard over it. */
export function createClient({
  event,
  server = '',
  token,
  role,
  page,
  ticket,
  first = null,
}: ClientOptions): Client {
  const kept = createMineStore(event, server);
  const store = createStore<ClientState>({
    ...initialClientState,
    mine: kept.read(),
    ...(first && {
      event: first.state,
      rows: appendComments([], first.state.comments, undefined),
      clockOffsetMs: first.serverTime - Date.now(),
    }),
  });
  const { getSnapshot: get } = store;
  const set = (change: Partial<ClientState>): void => {
    if (change.mine && change.mine !== get().mine) kept.write(change.mine);
    store.set(change);
  };
  const tokens = createTokenStore(event, server);
  const keepsToken = !token && (role === undefined || role === 'viewer');
  const streams = createStreams();
  const now = (): number => Date.now() + get().clockOffsetMs;
  let unreadable = 0;

  const handshake = (): Handshake => {
    const sent = token ?? (keepsToken ? tokens.read() : undefined);
    return {
      event,
      ...(sent && { token: sent }),
      ...(role && { role }),
      ...(page && { page }),
      ...(unreadable < MOST_UNREADABLE && { deflate: DEFLATE_FORM }),
    };
  };
  const link = createLink({
    server: server || globalThis.location?.origin || '',
    handshake,
    ticket,
    hasPicture: first !== null,
    onChange({ status, closedBy = null, refusal = null }) {
      // Who does not get in has seen enough of what the page came with: it grows old.
      const isKeptOut = get().you === null && (status === 'reconnecting' || status === 'offline');
      set({ status, closedBy, refusal, ...(isKeptOut && { event: null, rows: [] }) });
    },
    onRefused({ code }) {
      if (code !== 'FORBIDDEN' || !keepsToken || !tokens.read()) return false;
      tokens.clear();
      return true;
    },
  });
  const ask = createExecute(link);
  const inbox = createInbox({
    onHeard(heard) {
      const before = get().rows;
      set(absorb(get(), heard));
      if (heard.snapshot && !heard.missedNothing) hideMissing(before, get().rows, streams.hidden);
      streams.frames(heard.frames, get().you?.id);
    },
    onGap: link.resync,
  });
  const { socket } = link;

  socket.on('connect', () => inbox.reset());
  socket.on('welcome', (welcome) => {
    if (keepsToken) tokens.write(welcome.token);
    set({ you: welcome.you, clockOffsetMs: welcome.serverTime - Date.now() });
    if (welcome.protocol !== PROTOCOL_VERSION) link.outdated();
  });
  /** What an update says; undefined, and a new beginning, when it is nothing that can be read here. */
  const read = <T>(update: () => T): T | undefined => {
    try {
      return update();
    } catch (error) {
      // A fact this page has never heard of: the server is newer, and only a newer page can follow.
      if (!(error instanceof Unreadable)) link.outdated();
      else {
        unreadable += 1;
        link.resync();
      }
      return undefined;
    }
  };
  socket.on('snapshot', (sent) => {
    const snapshot = read(() => snapshotFrom(sent));
    if (snapshot) inbox.snapshot(snapshot);
  });
  socket.on('frame', (sent) => {
    const arrivedAt = Date.now();
    const frame = read(() => inbox.frame(sent));
    // A frame says how late the server's clock can be at least; the quickest one is nearest to the truth.
    const offset = frame ? frame.t - arrivedAt : -Infinity;
    if (offset > get().clockOffsetMs) set({ clockOffsetMs: offset });
  });
  socket.on('notice', (notice) => {
    const { you, rows } = get();
    if (notice.about === 'comment')
      set({
        rows: decideOwn(rows, notice.commentId, notice.shown),
        mine: settleMine(get().mine, notice.commentId, notice.shown ? 'shown' : 'rejected'),
      });
    else if (notice.about === 'mute' && you) set({ you: { ...you, mutedUntil: notice.mutedUntil } });
    else if (notice.about === 'card' && you) set({ you: withCard(you, notice.card) });
  });

  const execute: Execute = async (name, input, options) => {
    const ack = await ask(name, input, options);
    const { you } = get();
    if ((name === 'poll:vote' || name === 'contest:vote') && you)
      set({ you: withBallot(you, ack as Ack<Output<'poll:vote'>>) });
    if ((name === 'score:save' || name === 'score:sign') && you)
      set({ you: withAnsweredCard(you, ack as Ack<Output<'score:save'>>) });
    if (!ack.ok) set({ lastRefusal: ack.error });
    return ack;
  };
  const own = createOwnComments({ execute, get, set, now, shown: streams.shown });
  const reactions = createReactions(ask, () => get().event?.gauges.viewers.online ?? 0);

  return {
    getSnapshot: get,
    subscribe: store.subscribe,
    execute,
    post: own.post,
    retry: own.retry,
    discard: own.discard,
    checkMine: own.check,
    react: reactions.tap,
    listen: streams.listen,
    now,
    reconnect: link.reconnect,
    destroy() {
      reactions.close();
      inbox.close();
      link.close();
    },
  };
}

/** What a new snapshot no longer has may have been taken back meanwhile: off the picture with it. */
function hideMissing(
  before: readonly CommentRow[],
  after: readonly CommentRow[],
  hidden: (id: CommentId) => void,
): void {
  const there = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (id !== null && !there.has(id)) hidden(id);
}
