import { type Connection, connect } from './connection.ts';

/** Voters in a process of their own: each votes once in every poll, some of them again. */
export type VotersTask = {
  port: number;
  viewers: number;
  polls: { pollId: string; optionIds: string[] }[];
  /** First votes per second; the repeats come on top. */
  perSecond: number;
  /** Shares of all votes: sent once more though they were answered; sent once more because the answer was lost. */
  repeats: number;
  lostAcks: number;
};

export type VotersReport = {
  answers: number;
  cast: number;
  repeated: number;
  already: number;
  refused: Record<string, number>;
  disconnects: number;
  /** From the first vote sent to the last one answered. */
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  cpuSeconds: number;
};

/** What voter `index` chooses first in poll `poll`. */
export const choiceOf = (index: number, poll: number, options: number): number =>
  (index * 7 + poll * 3) % options;

const TURN_MS = 2;
const AT_ONCE = 128;

/** 0: a first vote; 1: the same again; 2: a second thought, which must change nothing. */
type Kind = 0 | 1 | 2;
type Sent = { voter: number; poll: number; kind: Kind; at: number };

function vote(task: VotersTask, voters: readonly Connection[]): Promise<VotersReport> {
  const { polls, viewers } = task;
  const total = viewers * polls.length;
  const waiting = new Map<number, Sent>();
  const delays: number[] = [];
  const counts = { cast: 0, repeated: 0, already: 0 };
  const refused: Record<string, number> = {};
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let firsts = 0;
  let nextAck = 0;
  let report: (report: VotersReport) => void;

  function send(voter: number, poll: number, kind: Kind): void {
    const { pollId, optionIds } = polls[poll] as (typeof polls)[number];
    const first = choiceOf(voter, poll, optionIds.length);
    const optionId = optionIds[kind === 2 ? (first + 1) % optionIds.length : first] as string;
    const ack = nextAck;
    nextAck += 1;
    waiting.set(ack, { voter, poll, kind, at: performance.now() });
    voters[voter]?.say(
      `42${ack}["poll:vote",{"commandId":"c${ack}","pollId":"${pollId}","optionIds":["${optionId}"]}]`,
    );
  }

  answered = (ack, payload) => {
    const sent = waiting.get(ack);
    if (sent === undefined) return;
    waiting.delete(ack);
    delays.push(performance.now() - sent.at);
    if (payload.includes('"repeat":true')) counts.repeated += 1;
    else if (payload.includes('"ok":true')) counts.cast += 1;
    else {
      const code = /"code":"(\w+)"/.exec(payload.toString())?.[1] ?? 'unknown';
      if (code === 'ALREADY') counts.already += 1;
      else {
        refused[code] = (refused[code] ?? 0) + 1;
        if (code === 'UNAVAILABLE') return send(sent.voter, sent.poll, sent.kind); // nobody knows: asked again
      }
    }
    const chance = sent.kind === 0 ? Math.random() : 1;
    if (chance < task.lostAcks + task.repeats / 2) send(sent.voter, sent.poll, 1);
    else if (chance < task.lostAcks + task.repeats) send(sent.voter, sent.poll, 2);
    else if (firsts === total && waiting.size === 0) finish();
  };

  function finish(): void {
    const { user, system } = process.cpuUsage(cpu);
    const sorted = Float64Array.from(delays).toSorted();
    report({
      answers: delays.length,
      ...counts,
      refused,
      disconnects,
      seconds: (performance.now() - startedAt) / 1000,
      p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
      p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      cpuSeconds: (user + system) / 1e6,
    });
  }

  return new Promise((resolve) => {
    report = resolve;
    const pace = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * task.perSecond));
      for (; firsts < due; firsts += 1) send(firsts % viewers, Math.floor(firsts / viewers), 0);
      if (firsts === total) clearInterval(pace);
    }, TURN_MS);
  });
}

let answered: (ack: number, payload: Buffer) => void = () => undefined;
let disconnects = 0;

/** Joins them all, one hundred or so at a time. */
function joinAll({ port, viewers }: VotersTask): Promise<Connection[]> {
  const path = '/socket.io/?EIO=4&transport=websocket';
  const target = { port, dialect: 'xinli', path, event: 'demo', deflate: false } as const;
  const voters: Connection[] = [];
  let joined = 0;
  return new Promise((resolve, reject) => {
    const open = (): void => {
      if (voters.length === viewers) return;
      voters.push(
        connect(target, voters.length, '', {
          joined() {
            joined += 1;
            if (joined === viewers) resolve(voters);
            open();
          },
          refused: (reason) => reject(new Error(reason)),
          pictured: () => undefined,
          heard: () => undefined,
          answered: (id, payload) => answered(id, payload),
          closed: () => void (disconnects += 1),
        }),
      );
    };
    for (let turn = 0; turn < Math.min(AT_ONCE, viewers); turn += 1) open();
  });
}

const next = <T>(): Promise<T> => new Promise((resolve) => void process.once('message', resolve));

/** Told its task, it says when all have joined; told to go, what came of it. */
async function run(): Promise<void> {
  const task = await next<VotersTask>();
  const voters = await joinAll(task);
  const go = next();
  process.send?.('joined');
  await go;
  process.send?.(await vote(task, voters));
}

if (process.send !== undefined) {
  process.on('disconnect', () => process.exit());
  void run();
}
