import { parentPort, workerData } from 'node:worker_threads';
import { openWire, type Wire } from './wire.ts';

/** A thread of voters: each has a connection of its own and votes once in every poll, some of them again. */
export type VotersTask = {
  port: number;
  event: string;
  /** The first one's place among all voters. */
  first: number;
  count: number;
  /** Connections per source address. */
  perAddress: number;
  polls: { pollId: string; optionIds: string[] }[];
  /** Votes per second of this thread. */
  perSecond: number;
  /** Of all votes: sent once more though they were answered; sent once more because the answer was lost. */
  repeats: number;
  lostAcks: number;
};

export type VotersReport = {
  cast: number;
  repeated: number;
  already: number;
  refused: Record<string, number>;
  closed: number;
  /** From the first vote sent to the last one answered. */
  startedAt: number;
  endedAt: number;
  latencies: Float64Array;
  /** Share of this thread's time it was busy. */
  busy: number;
};

/** What voter `index` chooses first in poll `poll`. */
export const choiceOf = (index: number, poll: number, options: number): number =>
  (index * 7 + poll * 3) % options;

if (parentPort !== null) run(workerData as VotersTask, parentPort);

type Voter = { index: number; wire: Wire; next: number; ack: number };

function run(task: VotersTask, parent: NonNullable<typeof parentPort>): void {
  const { port, event, polls } = task;
  const voters: Voter[] = [];
  let joined = 0;
  let closed = 0;

  /** Ballots under way, by voter and ack: when they were sent, and what comes after the answer. */
  const latencies = new Float64Array(Math.ceil(task.count * polls.length * 1.5));
  let answered = 0;
  let expected = 0;
  let [cast, repeated, already] = [0, 0, 0];
  const refused: Record<string, number> = {};
  let startedAt = 0;
  let begun = performance.eventLoopUtilization();
  let isOver = false;
  const pending = new Map<number, { voter: Voter; poll: number; sentAt: number; attempt: number }>();

  const keyOf = (voter: Voter, ack: number): number => voter.index * 1_000_000 + ack;

  function vote(voter: Voter, poll: number, attempt: number): void {
    const { pollId, optionIds } = polls[poll] as (typeof polls)[number];
    const first = choiceOf(voter.index, poll, optionIds.length);
    // A second thought, now and then, must change nothing.
    const choice = attempt === 2 ? (first + 1) % optionIds.length : first;
    voter.ack += 1;
    pending.set(keyOf(voter, voter.ack), { voter, poll, sentAt: performance.now(), attempt });
    voter.wire.send(
      `42${voter.ack}["poll:vote",{"commandId":"c${voter.index}-${voter.ack}","pollId":"${pollId}","optionIds":["${optionIds[choice] as string}"]}]`,
    );
  }

  function hear(voter: Voter, text: string): void {
    if (text.startsWith('43')) return answer(voter, text);
    if (text === '2') voter.wire.send('3');
    else if (text.startsWith('0{')) voter.wire.send(`40${JSON.stringify({ event })}`);
    else if (text.startsWith('42["snapshot"')) {
      joined += 1;
      if (joined === task.count) parent.postMessage('joined');
    }
  }

  function answer(voter: Voter, text: string): void {
    const ack = Number.parseInt(text.slice(2, 12), 10);
    const sent = pending.get(keyOf(voter, ack));
    if (sent === undefined) return;
    pending.delete(keyOf(voter, ack));
    latencies[answered] = performance.now() - sent.sentAt;
    answered += 1;
    if (text.includes('"repeat":true')) repeated += 1;
    else if (text.includes('"ok":true')) cast += 1;
    else if (text.includes('"code":"ALREADY"')) already += 1;
    else {
      const code = /"code":"(\w+)"/.exec(text)?.[1] ?? 'none';
      refused[code] = (refused[code] ?? 0) + 1;
    }
    if (sent.attempt === 0) {
      const chance = Math.random();
      // The answer got lost: it is sent again as it was. Or somebody votes again, half of them otherwise.
      if (chance < task.lostAcks) vote(voter, sent.poll, 1);
      else if (chance < task.lostAcks + task.repeats) vote(voter, sent.poll, chance * 1e6 % 2 < 1 ? 1 : 2);
      else expected -= 1;
    } else expected -= 1;
    if (expected === 0 && isOver) finish();
  }

  function finish(): void {
    const report: VotersReport = {
      cast,
      repeated,
      already,
      refused,
      closed,
      startedAt,
      endedAt: Date.now(),
      latencies: latencies.slice(0, answered),
      busy: performance.eventLoopUtilization(begun).utilization,
    };
    parent.postMessage(report);
  }

  function go(): void {
    startedAt = Date.now();
    begun = performance.eventLoopUtilization();
    const from = performance.now();
    const total = task.count * polls.length;
    let sent = 0;
    const tick = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - from) / 1000) * task.perSecond));
      for (; sent < due; sent += 1) {
        expected += 1;
        vote(voters[sent % task.count] as Voter, Math.floor(sent / task.count), 0);
      }
      if (sent < total) setTimeout(tick, 1);
      else isOver = true;
    };
    tick();
  }

  async function open(): Promise<void> {
    for (let place = 0; place < task.count; place += 1) {
      const index = task.first + place;
      const voter: Voter = { index, next: 0, ack: 0, wire: null as unknown as Wire };
      voter.wire = openWire({
        port,
        from: `127.0.1.${1 + Math.floor(index / task.perAddress)}`,
        onText: (text) => hear(voter, text),
        onClose: () => (closed += 1),
      });
      voters.push(voter);
      while (place - joined > 100) await new Promise((resolve) => void setTimeout(resolve, 2));
    }
  }

  parent.on('message', (message: 'go' | 'end') => {
    if (message === 'go') go();
    else for (const { wire } of voters) wire.destroy();
  });
  void open();
}
