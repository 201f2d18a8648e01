import type { Actor } from '#shared/model/actor.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { DeviceReport, ReactionKind, ViewerCounts } from '#shared/model/gauges.ts';
import type { ActorId, CommentId, EventSlug } from '#shared/model/ids.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { EventState } from '#shared/model/state.ts';
import type { CommandName, Input, Output } from '#shared/protocol/commands.ts';
import type { Fact, Notice } from '#shared/protocol/updates.ts';
import type { CommentStatus } from '#shared/model/comment.ts';
import type { Clock } from './lib/clock.ts';
import type { Ids } from './lib/ids.ts';
import type { Provenance } from './lib/provenance.ts';
import type { Signer } from './lib/signer.ts';
import type { VoteWatch } from './lib/vote-watch.ts';
import type { BallotOutcome, BoxChange, NewBallot, Store } from './store/store.ts';

/** What a command decided: facts for the log, what must change with them, and the answer. No facts: nothing to do. */
export type Decision<O> = {
  output: O;
  facts: Fact[];
  boxes?: BoxChange[];
  comments?: { id: CommentId; status: CommentStatus }[];
};

/** The event as the log tells it, and the only way to change it. */
export type Ledger = {
  /** The fold of the whole log: what the server knows, not what any audience may see. */
  readonly state: EventState;
  /** The second fold: what no audience may hear, such as scores before they are revealed. */
  readonly sealed: SealedState;
  /** Reads on from the log, at most a few times a second, for when a command names something unknown here. */
  refresh(): Promise<void>;
  /**
   * Decides on the present state and records the facts; decides again when another node was faster.
   * A command that was recorded before returns its first output.
   */
  change<O>(
    by: Actor,
    command: Command | null,
    decide: (state: EventState, sealed: SealedState) => Decision<O> | Promise<Decision<O>>,
  ): Promise<O>;
};

/** What handlers may cause beside facts; each reaches every node. */
export type Live = {
  /** Puts an accepted comment into the river. `always`: it is not sampled. */
  offerComment(comment: Comment, passes: 'sampled' | 'always'): void;
  addReactions(kind: ReactionKind, count: number): void;
  /** Casts with everything else that arrived in the same moment. */
  castBallot(ballot: NewBallot): Promise<BallotOutcome>;
  /** Tells the desk how a judge's device is. */
  reportDevice(actorId: ActorId, report: DeviceReport): void;
  /** The counters as of now, over all nodes. */
  viewers(): Promise<ViewerCounts>;
  /** Says something to one actor on all their connections. */
  notify(actorId: ActorId, notice: Notice): void;
  /** Closes all connections of one actor. */
  disconnect(actorId: ActorId): void;
  /** Resolves once nobody is in a cleared event any more, on no node. */
  dismissed(): Promise<void>;
};

/** The command's own identity: the same id and actor is the same command. */
export type Command = { id: string; inputHash: string };

/** Everything a handler may touch. Time, ids and randomness come in through here. */
export type Context = {
  slug: EventSlug;
  clock: Clock;
  ids: Ids;
  store: Store;
  ledger: Ledger;
  live: Live;
  command: Command;
  /** Where the command comes from. */
  provenance: Provenance;
  /** Looks at where ballots come from, on this node. */
  watch: VoteWatch;
  /** A uniform whole number from 0 up to, not including, `below`: for draws, so from a source nobody can foresee. */
  randomInt(below: number): number;
  /** Signs certificates. */
  signer: Signer;
  /** A viewer nobody has been; without a name they choose one when they speak. */
  newViewer(name: string): Promise<Actor>;
  mintToken(slug: EventSlug, actor: Actor, expiresInSeconds: number | null): string;
};

/** What is the same for every command of an event. */
export type CommonContext = Omit<Context, 'command' | 'provenance'>;

export type Handler<N extends CommandName> = (
  context: Context,
  actor: Actor,
  input: Input<N>,
) => Promise<Output<N>>;

export type Handlers = { [N in CommandName]: Handler<N> };
