import { AUDIENCES } from '#shared/limits.ts';
import type { Actor, Audience, Role } from '#shared/model/actor.ts';
import type { Contest, Round } from '#shared/model/contest.ts';
import {
  ActorId,
  type ContestantId,
  CriterionId,
  EventSlug,
  type JudgeId,
  type RoundId,
} from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Values } from '#shared/model/scorecard.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import { facts as factTable, type Notice } from '#shared/protocol/updates.ts';
import type { CommonContext } from '../context.ts';
import type { Provenance } from '../lib/provenance.ts';
import { createVoteWatch } from '../lib/vote-watch.ts';
import { handlers } from '../domain/handlers.ts';
import { createExecute, type Execute } from '../execute.ts';
import { randomIds, viewerId } from '../lib/ids.ts';
import { createSigner, type Signer } from '../lib/signer.ts';
import { foldLog } from '../live/cohort.ts';
import { createLedger, emptyLog, type EventLedger } from '../live/ledger.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { FactRecord, Store } from '../store/store.ts';
import { holdClock } from './app.ts';

export const slug = EventSlug.parse('show');

/** A contest without sockets: the pipeline, the ledger and a store in memory; as many nodes as wanted. */
export type Trial = {
  readonly store: Store;
  readonly clock: ReturnType<typeof holdClock>;
  readonly signer: Signer;
  readonly state: EventState;
  readonly contest: Contest;
  /** What was said to single actors. */
  readonly notices: { actorId: string; notice: Notice }[];
  readonly cut: string[];
  /** The first node's, and the second's. */
  readonly nodes: readonly [Node, Node];
  round(id: RoundId): Round;
  log(): Promise<FactRecord[]>;
  /** As one of the actors below, on the first node. Throws when refused. */
  run<N extends CommandName>(actor: Actor, name: N, input: Sent<N>): Promise<Output<N>>;
  ask<N extends CommandName>(
    actor: Actor,
    name: N,
    input: Sent<N>,
    node?: 0 | 1,
    from?: Provenance,
  ): Promise<Ack<Output<N>>>;
  /** Everything an audience was ever sent, and would be sent on joining: facts as they pass, and the snapshot. */
  heardBy(audience: Audience): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
};
type Sent<N extends CommandName> = RawInput<N> & { commandId?: string };
export type Node = { ledger: EventLedger; execute: Execute };

const actorOf = (id: string, role: Role): Actor => ({ id: ActorId.parse(id), role, name: id, number: null });
export const host = actorOf('host-1', 'host');
export const admin = actorOf('admin', 'admin');
export const scrutineer = actorOf('scrutineer-1', 'scrutineer');
export const timekeeper = actorOf('timekeeper-1', 'timekeeper');
export const viewer = (number: number): Actor => ({ id: viewerId(number), role: 'viewer', name: '', number });

export async function startTrial({ randomInt = (below: number) => below - 1 } = {}): Promise<Trial> {
  const clock = holdClock(Date.UTC(2026, 4, 1, 12));
  const { store } = openSqliteStore({ file: ':memory:', clock, visitGapMs: 1 });
  const signer = createSigner('the secret of the tests, long enough');
  const notices: Trial['notices'] = [];
  const cut: string[] = [];

  async function openNode(): Promise<Node> {
    const log = (await store.readLog(slug, 0)) ?? emptyLog(randomIds);
    const listener = { onFacts() {}, onReset() {} };
    const ledger = createLedger({ slug, store, clock, ids: randomIds, listener }, log);
    const context: CommonContext = {
      slug,
      clock,
      ids: randomIds,
      store,
      ledger,
      live: {
        offerComment() {},
        addReactions() {},
        reportDevice() {},
        castBallot: async (ballot) => {
          const [outcome] = await store.castBallots(slug, [ballot]);
          return outcome ?? { status: 'closed' };
        },
        viewers: () => Promise.resolve({ online: 0, unique: 0 } as never),
        notify: (actorId, notice) => void notices.push({ actorId, notice }),
        disconnect: (actorId) => void cut.push(actorId),
        dismissed: () => Promise.resolve(),
      },
      randomInt,
      watch: createVoteWatch(clock),
      signer,
      newViewer: () => Promise.resolve(viewer(1)),
      mintToken: (_slug, actor) => JSON.stringify(actor),
    };
    const execute = createExecute({
      handlers,
      contextOf: () => Promise.resolve(context),
      // Rates are not what is tried here: time for them goes on by itself.
      clock: { now: () => (rateTime += 60_000) },
      ids: randomIds,
      observe(_name, outcome, error) {
        if (outcome === 'INTERNAL') throw error;
      },
    });
    return { ledger, execute };
  }
  let rateTime = 0;

  const first = await openNode();
  const created = await first.execute(slug, 'event:create', admin, {
    slug,
    title: '演讲比赛',
    status: 'live',
  });
  if (!created.ok) throw new Error(created.error.message);
  const nodes = [first, await openNode()] as const;

  const trial: Trial = {
    store,
    clock,
    signer,
    notices,
    cut,
    nodes,
    get state() {
      return first.ledger.state;
    },
    get contest() {
      if (first.ledger.state.contest === null) throw new Error('no contest');
      return first.ledger.state.contest;
    },
    round: (id) => {
      const round = trial.contest.rounds.find((other) => other.id === id);
      if (round === undefined) throw new Error(`no round ${id}`);
      return round;
    },
    log: async () => (await store.readLog(slug, 0))?.facts ?? [],
    ask: (actor, name, input, node = 0, from = VOUCHED) =>
      nodes[node].execute(slug, name, actor, input, from) as never,
    async run(actor, name, input) {
      const ack = await trial.ask(actor, name, input);
      if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
      return ack.data;
    },
    async heardBy(audience) {
      const log = await trial.log();
      const passed = log
        .filter(({ type }) => factTable[type].audiences.includes(audience))
        .map(({ type, at, payload }) => ({ type, at, payload }));
      return JSON.stringify([passed, foldLog(audience, log)]);
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
  return trial;
}

const VOUCHED: Provenance = { subnet: null, isVouched: true, bornAt: null };

export const everyAudience = async (trial: Trial): Promise<string> =>
  (await Promise.all(AUDIENCES.map((audience) => trial.heardBy(audience)))).join('\n');

/** A contest with its people, an open round, and an actor for each judge; the first judge is the head judge. */
export type Started = {
  trial: Trial;
  roundId: RoundId;
  ruleHash: string;
  entries: ContestantId[];
  judges: JudgeId[];
  actors: Actor[];
  head: Actor;
};

type Wanted = {
  entries?: number;
  judges?: number;
  rules?: Partial<Omit<RawInput<'round:rules'>, 'roundId'>>;
  round?: Partial<RawInput<'round:put'>>;
  judgesShown?: 'names' | 'pseudonyms';
  /** False leaves the round planned. */
  open?: boolean;
  randomInt?: (below: number) => number;
};

export async function startContest({
  entries: entryCount = 3,
  judges: judgeCount = 3,
  rules,
  round = {},
  judgesShown = 'names',
  open = true,
  randomInt,
}: Wanted = {}): Promise<Started & AsyncDisposable> {
  const trial = await startTrial(randomInt === undefined ? {} : { randomInt });
  await trial.run(host, 'contest:setup', { title: '鹏城新力演讲比赛', judgesShown });
  const entries: ContestantId[] = [];
  for (let index = 0; index < entryCount; index += 1) {
    const { id } = await trial.run(host, 'contestant:put', {
      name: `选手${index + 1}`,
      organisation: `单位${index + 1}`,
    });
    entries.push(id);
  }
  const judges: JudgeId[] = [];
  for (let index = 0; index < judgeCount; index += 1) {
    const { id } = await trial.run(host, 'judge:put', {
      name: `评委${index + 1}`,
      isHead: index === 0,
      isTieBreak: index === judgeCount - 1,
    });
    judges.push(id);
  }
  const actors: Actor[] = [];
  for (const [index, judgeId] of judges.entries()) {
    actors.push(await seat(trial, judgeId, index === 0 ? 'headJudge' : 'judge'));
  }
  const { id: roundId } = await trial.run(host, 'round:put', {
    title: '决赛',
    entries: entries.map((id) => ({ id })),
    panel: judges,
    ...round,
  });
  await trial.run(host, 'round:rules', {
    roundId,
    judges: { weight: 100, aggregate: { rule: 'mean' } },
    ...rules,
  });
  const ruleHash = open ? (await trial.run(host, 'round:open', { roundId })).ruleHash : '';
  const [head] = actors;
  if (head === undefined) throw new Error('no judges');
  return {
    trial,
    roundId,
    ruleHash,
    entries,
    judges,
    actors,
    head,
    [Symbol.asyncDispose]: () => trial[Symbol.asyncDispose](),
  };
}

/** A token for a judge, as the desk mints it, and who its bearer is. */
export async function seat(
  trial: Trial,
  judgeId: JudgeId,
  role: 'judge' | 'headJudge' = 'judge',
): Promise<Actor> {
  const { token } = await trial.run(admin, 'token:create', { role, name: judgeId, judgeId });
  return JSON.parse(token) as Actor;
}

const score = CriterionId.parse('score');
/** A card of the one criterion `score`; 9.5 points are `points(9_500)`. */
export const points = (thousandths: number): Values => ({ [score]: thousandths });

/** Everybody signs everything: `scores[entry][judge]`, in thousandths; null is no card. */
export async function signAll(
  { trial, roundId, ruleHash, entries, actors }: Started,
  scores: readonly (readonly (number | null)[])[],
): Promise<void> {
  for (const [row, ofEntry] of scores.entries()) {
    for (const [column, value] of ofEntry.entries()) {
      const [entryId, actor] = [entries[row], actors[column]];
      if (value === null || entryId === undefined || actor === undefined) continue;
      await trial.run(actor, 'score:sign', { roundId, entryId, values: points(value), version: 0, ruleHash });
    }
  }
}
