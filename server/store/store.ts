import type { Comment, CommentStatus, Review } from '#shared/model/comment.ts';
import type { EventInfo } from '#shared/model/event.ts';
import type { DeviceReport, Gauges, ReactionCounts, ViewerCounts } from '#shared/model/gauges.ts';
import type { ActorId, CommentId, EventSlug, PollId } from '#shared/model/ids.ts';
import type { Fact } from '#shared/protocol/updates.ts';

/**
 * The port both engines stand behind: operations named after the facts they record. Each is atomic (one SQLite
 * transaction, one Lua script) and durable when its promise resolves. Any of them may reject with
 * `StoreUnavailable`, which means "unknown": the caller may send the same operation again.
 * None but those about the log ask whether the event was created: the caller knows its events.
 */
export type Store = {
  readonly engine: 'sqlite' | 'redis';

  /** A real operation on the engine; rejects when it cannot do its work. */
  check(): Promise<void>;

  /** Every event's info as of its last fact, newest change first. */
  listEvents(): Promise<EventInfo[]>;

  /**
   * Records facts at the end of an event's log, with all that must be true at the same moment.
   * The log is created when `after.seq` is 0 and there is none.
   * - `appended`: all of it is recorded.
   * - `moved`: the log does not end at `after`; nothing is recorded. Read on from there and decide again.
   * - `duplicate`: this actor's `commandId` is recorded already, with this input hash and output; nothing is recorded.
   */
  appendFacts(slug: EventSlug, append: Append): Promise<AppendOutcome>;

  /** The log behind `afterSeq`, in order, with its tip; null when there is no such event. */
  readLog(slug: EventSlug, afterSeq: number): Promise<{ tip: Tip; facts: FactRecord[] } | null>;

  /** The first answer to a control command, if it was recorded. */
  findCommand(slug: EventSlug, actorId: ActorId, commandId: string): Promise<RecordedCommand | null>;

  /**
   * Starts a new epoch at the log's present end: said when a node knows facts the store has lost.
   * Does nothing unless the epoch is still `lost`. Returns the tip now.
   */
  rotateEpoch(slug: EventSlug, lost: string, next: string): Promise<Tip | null>;

  /**
   * Records a comment once per (actor, commandId) and keeps the author's pace: a bucket of `burst`, one more each
   * `intervalMs`. Counts one participation when added. A duplicate returns what was recorded first; it is known
   * as one for 10 minutes at least.
   */
  addComment(slug: EventSlug, comment: NewComment, pace: Pace | null): Promise<CommentOutcome>;

  /**
   * Records at once the comments that wait for company on their way; resolves when they are, or could not be; null when
   * none are on their way. Of a stream of them, those that come now may wait for the next hurry, which is to be in
   * `againMs`.
   */
  hurryComments(slug: EventSlug, againMs: number): Promise<void> | null;

  /**
   * Moves comments whose `review.dueAt` has passed by the store's clock from `delayed` to `shown`, in order of
   * acceptance, and returns those this very call moved: on many nodes each is released once. A delayed one waits for
   * those accepted before it.
   */
  releaseComments(slug: EventSlug, limit: number): Promise<Comment[]>;

  /**
   * Whether the last that was decided about this viewer was in their favour: a comment of theirs was shown, and none
   * was held, refused or hidden since by a change of status.
   */
  isKnownAuthor(slug: EventSlug, author: ActorId): Promise<boolean>;

  /** One comment, or null. */
  findComment(slug: EventSlug, id: CommentId): Promise<StoredComment | null>;

  /**
   * Comments by position (their order of acceptance, from 1). `newest`: descending, below `before` when given.
   * `oldest`: ascending, above `after`. Without `status`, all of them.
   */
  listComments(slug: EventSlug, page: CommentPage): Promise<StoredComment[]>;

  /**
   * Casts ballots, answering for each in order. A box takes a ballot while it is open and its `closesAt` has not
   * passed by the store's clock; one ballot per viewer; `changeable` boxes replace. The caller has checked that
   * the choice is one this box can hold. Counts one participation for each first ballot.
   * When the box takes no more, a retry of the ballot that is in it is still a `repeat`; all else is `closed`.
   */
  castBallots(slug: EventSlug, ballots: readonly NewBallot[]): Promise<BallotOutcome[]>;

  /** What one viewer chose, for those of the polls where they voted: option indexes. */
  readBallots(slug: EventSlug, viewer: number, pollIds: readonly PollId[]): Promise<Map<PollId, number[]>>;

  /** The boxes' present counts, by option index; a poll that was never opened is not in the map. */
  readTallies(slug: EventSlug, pollIds: readonly PollId[]): Promise<Map<PollId, BoxTally>>;

  /** Reserves `count` viewer numbers nobody has had; returns the first. Numbers start at 1. */
  reserveViewers(slug: EventSlug, count: number): Promise<number>;

  /**
   * One node's report on one event, and the sums over all nodes whose lease has not run out.
   * Renews the node's lease on its `online`, records who came, adds its reactions, keeps the peak.
   * Unique: a viewer's first arrival. Visit: an arrival 30 minutes or more after that viewer was last seen.
   * Sent again after `StoreUnavailable`, its reactions may count twice; arrivals never do.
   */
  pulse(slug: EventSlug, report: Pulse): Promise<PulseSums>;

  /**
   * Deletes an event with everything it holds; nothing of it is left, and its name is free. `boxes` are all it ever
   * opened. The caller has seen to it that nobody writes to it any more. Paces of its authors run out by themselves.
   */
  clearEvent(slug: EventSlug, boxes: readonly PollId[]): Promise<void>;

  close(): Promise<void>;
};

/** What nodes tell each other. May lose messages; facts are numbered, so a loss is noticed and read from the log. */
export type Bus = {
  publish(slug: EventSlug, message: BusMessage): void;
  /** Resolves once nothing published from now on will be missed. The returned function ends it. */
  subscribe(slug: EventSlug, listener: (message: BusMessage) => void): Promise<() => void>;
};

export type BusMessage =
  /** Sent by `appendFacts` itself, in the same step that records them. */
  | { kind: 'facts'; epoch: string; facts: FactRecord[] }
  /** One node's share of the comment river since its last one. An empty one: do not wait; `alone`: nor in the next turns. */
  | { kind: 'comments'; from: string; turn: Turn; sample: CommentSample }
  /** How judges' devices are, as one node heard it. */
  | { kind: 'devices'; from: string; devices: Record<ActorId, DeviceReport> }
  /** One node's stage pages, whole: on every change and every few seconds. */
  | { kind: 'screens'; from: string; pages: Gauges['screenPages'] };

/** A node's turn of sending: without the others, calling them to take theirs as well, or called by one of them. */
export type Turn = 'alone' | 'leads' | 'follows';

/** `accepted` comments came in; the ones with the smallest priorities are here, and all that always pass. */
export type CommentSample = { accepted: number; drawn: DrawnComment[] };
/** `priority` is uniform in [0, 1); hosts' comments and approved ones have -1 and always pass. `t` is its acceptance. */
export type DrawnComment = { priority: number; comment: Comment };

/** The end of an event's log. `seq` is the last fact's number, 0 for an empty log; `hash` is its chain hash. */
export type Tip = { epoch: string; seq: number; hash: string };

/** One fact in the master log. `hash` = SHA-256 over the previous hash and this record (lib/chain.ts). */
/** `name`: for acts of the desk, under which name they were done. */
export type FactRecord = Fact & { seq: number; at: number; by: string; name?: string; hash: string };

export type RecordedCommand = { inputHash: string; output: unknown };

export type Append = {
  after: Tip;
  /** Numbered from `after.seq + 1` and chained by the caller. */
  facts: readonly FactRecord[];
  /** The command these facts answer; recorded so that a retry returns the first output. */
  command: (RecordedCommand & { actorId: ActorId; commandId: string }) | null;
  /** The event's info after these facts, for `listEvents`. */
  info: EventInfo;
  boxes: readonly BoxChange[];
  comments: readonly { id: CommentId; status: CommentStatus }[];
};

export type AppendOutcome =
  | { status: 'appended' }
  | { status: 'moved' }
  | ({ status: 'duplicate' } & RecordedCommand);

/** A box that is opened again keeps its ballots, its options and `multiple`. */
export type BoxChange =
  | {
      pollId: PollId;
      change: 'open';
      options: number;
      multiple: number;
      changeable: boolean;
      closesAt: number | null;
      /** Beside another box, about the same ballots: what goes into it is no participation. */
      isAside?: boolean;
    }
  | { pollId: PollId; change: 'close' };

export type Pace = { intervalMs: number; burst: number };

export type NewComment = {
  comment: Comment;
  status: CommentStatus;
  /** What the desk is told of a comment that is not shown. */
  review: Review | null;
  commandId: string;
  inputHash: string;
};

export type StoredComment = {
  position: number;
  comment: Comment;
  status: CommentStatus;
  review: Review | null;
};

export type CommentOutcome =
  | { status: 'added'; position: number }
  | { status: 'duplicate'; inputHash: string; comment: Comment; first: CommentStatus }
  | { status: 'tooSoon'; retryAfterMs: number };

export type CommentPage = { status?: CommentStatus; limit: number } & (
  | { order: 'newest'; before?: number }
  | { order: 'oldest'; after?: number }
);

/** `choice`: option indexes, ascending, without repeats. */
export type NewBallot = { pollId: PollId; viewer: number; choice: readonly number[] };

/** `cast` and `changed` counted it; `repeat`: the same choice was there; `already`: another one was. */
export type BallotOutcome =
  | { status: 'cast' | 'changed' | 'repeat' | 'already'; choice: number[] }
  | { status: 'closed' };

export type BoxTally = { counts: number[]; ballots: number };

export type Pulse = {
  node: string;
  /** How long this report counts, in milliseconds, by the store's clock. */
  leaseMs: number;
  online: number;
  /** Viewers connected here for 5 s since their connection began, once each. */
  arrived: readonly number[];
  /** Viewers still here (said every few minutes) or just gone: their last-seen time is now, if they ever arrived. */
  seen: readonly number[];
  reactions: Partial<ReactionCounts>;
  reactionBatches: number;
};

/** Without a log, the tip's `epoch` is empty. */
export type PulseSums = {
  tip: Omit<Tip, 'hash'>;
  /** Nodes whose lease on the event has not run out. */
  nodes: number;
  viewers: ViewerCounts;
  reactions: ReactionCounts;
};

/** The engine could not say whether it did its work. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
