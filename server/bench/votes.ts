import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Redis } from 'ioredis';
import { startRedis } from '../test/redis.ts';
import { percentile, print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { choiceOf, type VotersReport, type VotersTask } from './lib/voters.ts';

const VIEWERS = 5_000;
const POLLS = 50;
const OPTIONS = ['甲', '乙', '丙', '丁'];
const REPEATS = 0.1;
const LOST_ACKS = 0.05;

type Created = { data: { pollId: string; optionIds: string[] } };
type Revealed = { data: { tally: { counts: Record<string, number>; ballots: number } } };

/**
 * P6: acknowledged, durable votes through sockets, exactly once: 5,000 viewers vote in 50 polls as fast as they are
 * offered, one in ten votes again, one answer in twenty is lost and the vote sent again. The tally must be the
 * distinct voters, to the unit, and each option's count what was chosen first.
 */
export async function votes(): Promise<void> {
  execFileSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });
  {
    await using server = await startServer({ cpu: 0, env: { XINLI_DEMO: '1' } });
    await measure('xinli embedded', server, 17_000);
  }
  await using redis = await startRedis();
  execFileSync('taskset', ['-cp', '1', String(redis.pid)], { stdio: 'ignore' });
  await using server = await startServer({
    cpu: 0,
    env: { XINLI_STORE: 'redis', REDIS_URL: redis.url },
  });
  await measure('xinli redis', server, 32_000, redis);
}

async function measure(
  subject: string,
  server: BenchServer,
  perSecond: number,
  redis?: { pid: number; url: string },
): Promise<void> {
  const polls: VotersTask['polls'] = [];
  for (let index = 0; index < POLLS; index += 1) {
    const input = { question: `第${index}题`, options: OPTIONS, results: 'hidden' };
    const { data } = (await command(server, 'poll:create', input)) as Created;
    await command(server, 'poll:open', { pollId: data.pollId });
    polls.push({ pollId: data.pollId, optionIds: data.optionIds });
  }
  const threads = startVoters({ port: server.port, event: 'demo', polls, perSecond });
  await Promise.all(threads.map((thread) => heard(thread)));

  const [cpu, redisCpu] = [server.cpuSeconds(), redis ? cpuSecondsOf(redis.pid) : 0];
  const reports = threads.map((thread) => heard<VotersReport>(thread));
  for (const thread of threads) thread.postMessage('go');
  const all = await Promise.all(reports);
  const cpuSeconds = server.cpuSeconds() - cpu;
  const redisSeconds = redis ? cpuSecondsOf(redis.pid) - redisCpu : 0;

  const seconds = (Math.max(...all.map((r) => r.endedAt)) - Math.min(...all.map((r) => r.startedAt))) / 1000;
  const answered = all.reduce((sum, { latencies }) => sum + latencies.length, 0);
  const latencies = all.flatMap((report) => [...report.latencies]);
  const sum = (pick: (report: VotersReport) => number): number =>
    all.reduce((total, report) => total + pick(report), 0);
  const wrong = await wrongTallies(server, polls, VIEWERS);
  const bytes = redis ? await bytesPerBallot(redis.url, polls.map(({ pollId }) => pollId)) : null;
  for (const thread of threads) await thread.terminate();

  print({
    suite: 'votes',
    subject,
    viewers: VIEWERS,
    seconds: round(seconds),
    votesPerSecond: round(answered / seconds, 0),
    cores: round(cpuSeconds / seconds, 2),
    votesPerSecondPerCore: round(answered / cpuSeconds, 0),
    cpuMicrosPerVote: round((cpuSeconds / answered) * 1e6),
    ...(redis && { redisMicrosPerVote: round((redisSeconds / answered) * 1e6, 2) }),
    ...(bytes !== null && { redisBytesPerBallot: round(bytes, 2) }),
    p50Ms: round(percentile(latencies, 0.5)),
    p99Ms: round(percentile(latencies, 0.99)),
    cast: sum((report) => report.cast),
    repeats: sum((report) => report.repeated),
    already: sum((report) => report.already),
    refused: JSON.stringify(Object.assign({}, ...all.map((report) => report.refused)) as object),
    disconnects: sum((report) => report.closed),
    wrongTallies: wrong,
    audienceBusy: round(Math.max(...all.map((report) => report.busy)), 2),
  });
  if (wrong > 0) process.exitCode = 1;
}

type Voters = { port: number; event: string; polls: VotersTask['polls']; perSecond: number };

const THREADS = 2;

const startVoters = ({ perSecond, ...task }: Voters): Worker[] =>
  Array.from({ length: THREADS }, (_, index) => {
    const count = VIEWERS / THREADS;
    const workerData: VotersTask = {
      ...task,
      first: index * count,
      count,
      perAddress: 2_000,
      perSecond: perSecond / THREADS / (1 + REPEATS + LOST_ACKS),
      repeats: REPEATS,
      lostAcks: LOST_ACKS,
    };
    return new Worker(new URL('./lib/voters.ts', import.meta.url), { workerData });
  });

const heard = <T>(thread: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });

/** How many of the polls do not hold exactly one ballot per voter, each option exactly its first choices. */
async function wrongTallies(
  server: BenchServer,
  polls: VotersTask['polls'],
  voters: number,
): Promise<number> {
  let wrong = 0;
  for (const [index, { pollId, optionIds }] of polls.entries()) {
    await command(server, 'poll:close', { pollId });
    const { tally } = ((await command(server, 'poll:reveal', { pollId })) as Revealed).data;
    const expected = new Map(optionIds.map((id) => [id, 0]));
    for (let voter = 0; voter < voters; voter += 1) {
      const id = optionIds[choiceOf(voter, index, optionIds.length)] as string;
      expected.set(id, (expected.get(id) ?? 0) + 1);
    }
    const isExact =
      tally.ballots === voters && optionIds.every((id) => (tally.counts[id] ?? 0) === expected.get(id));
    if (!isExact) wrong += 1;
  }
  return wrong;
}

/** A command of the administrator's, again when it was too fast. */
async function command(server: BenchServer, name: string, input: object): Promise<unknown> {
  for (;;) {
    const answer = (await server.post('/events/demo/commands', { command: name, input })) as {
      ok: boolean;
      error?: { code: string; retryAfterMs?: number };
    };
    if (answer.ok) return answer;
    if (answer.error?.code !== 'RATE') throw new Error(`${name}: ${answer.error?.code}`);
    await new Promise((resolve) => void setTimeout(resolve, answer.error?.retryAfterMs ?? 100));
  }
}

async function bytesPerBallot(url: string, pollIds: readonly string[]): Promise<number> {
  const redis = new Redis(url);
  let bytes = 0;
  for (const pollId of pollIds) bytes += Number(await redis.memory('USAGE', `xinli:{demo}:ballots:${pollId}`));
  redis.disconnect();
  return bytes / (pollIds.length * VIEWERS);
}

function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
