import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { startRedis, type TestRedis } from '../test/redis.ts';
import { choiceOf, type VotersReport, type VotersTask } from './audience/voters.ts';
import { isAsked, rateOr, viewersOr } from './lib/options.ts';
import { AUDIENCE_CPU, cpuSecondsOf, forkAudience, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';

const POLLS = 40;
const OPTIONS = ['甲', '乙', '丙', '丁'];
const REPEATS = 0.1;
const LOST_ACKS = 0.05;
/** What is offered to find what is carried: a little more than what must be. */
const PER_SECOND = { embedded: 16_000, redis: 31_000 };
/** Delays say something about the server only where it is not flooded: at this share of what a core carried. */
const MODERATE = 0.5;
const MODERATE_POLLS = 20;

/** All of a hall in one second. */
export const HALL = { viewers: 2_000, perSecond: 2_300 };

const voters = fileURLToPath(new URL('audience/voters.ts', import.meta.url));

/**
 * P6: acknowledged, durable votes through sockets, exactly once: 5,000 viewers vote in 40 polls at the rate offered,
 * one in ten votes again (half of them otherwise), one answer in twenty is lost and its vote sent again. The tally
 * must be the distinct voters, to the unit, and each option's count what was chosen first. Then the same at half of what a
 * core carried, for the delays.
 */
export async function votes(): Promise<void> {
  if (isAsked('embedded')) await votesEmbedded();
  if (isAsked('redis')) await votesOnRedis();
}

async function votesEmbedded(): Promise<void> {
  await using server = await startServer({ cpu: SERVER_CPU, env: { XINLI_STORE: 'sqlite' } });
  // A hall on one Wi-Fi: all of them in the same second.
  await measure('xinli embedded, a hall behind one address', server, { ...HALL, polls: 1 });
  await measureTwice('xinli embedded', server, rateOr(PER_SECOND.embedded));
}

async function votesOnRedis(): Promise<void> {
  await using redis = await startRedis();
  execFileSync('taskset', ['-acp', String(AUDIENCE_CPU), String(redis.pid)], { stdio: 'ignore' });
  const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
  await using server = await startServer({ cpu: SERVER_CPU, env });
  await measureTwice('xinli redis', server, rateOr(PER_SECOND.redis), redis);
}

async function measureTwice(
  subject: string,
  server: BenchServer,
  perSecond: number,
  redis?: TestRedis,
): Promise<void> {
  const viewers = viewersOr(5_000);
  const perCore = await measure(subject, server, { viewers, perSecond, polls: POLLS }, redis);
  const load = { viewers, perSecond: Math.round(perCore * MODERATE), polls: MODERATE_POLLS };
  await measure(`${subject}, half of what a core carries`, server, load, redis);
}

/** Votes per core-second. */
async function measure(
  subject: string,
  server: BenchServer,
  load: { viewers: number; perSecond: number; polls: number },
  redis?: TestRedis,
): Promise<number> {
  const { viewers, perSecond: offered } = load;
  const polls = await openPolls(server, load.polls);
  const perSecond = offered / (1 + REPEATS + LOST_ACKS);
  const task = { port: server.port, viewers, polls, perSecond, repeats: REPEATS, lostAcks: LOST_ACKS };
  await using crowd = await startVoters(task);
  const redisCpu = (): number => (redis ? cpuSecondsOf(redis.pid) : 0);

  const [cpu, store] = [server.cpuSeconds(), redisCpu()];
  const report = await crowd.vote();
  const [cpuSeconds, storeSeconds] = [server.cpuSeconds() - cpu, redisCpu() - store];
  const wrongTallies = await countWrongTallies(server, polls, viewers);
  const { answers, seconds } = report;

  print({
    suite: 'votes',
    subject,
    viewers,
    seconds: round(seconds),
    offeredPerSecond: offered,
    votesPerSecond: Math.round(answers / seconds),
    serverCores: round(cpuSeconds / seconds, 2),
    votesPerCore: Math.round(answers / cpuSeconds),
    cpuMicrosPerVote: round((cpuSeconds / answers) * 1e6),
    ...(redis && {
      redisMicrosPerVote: round((storeSeconds / answers) * 1e6, 2),
      redisBytesPerBallot: round(await bytesPerBallot(redis, polls, viewers), 2),
    }),
    p50Ms: round(report.p50Ms),
    p99Ms: round(report.p99Ms),
    cast: report.cast,
    repeats: report.repeated,
    already: report.already,
    refused: JSON.stringify(report.refused),
    disconnects: report.disconnects,
    wrongTallies,
    audienceCores: round(report.cpuSeconds / seconds, 2),
  });
  if (wrongTallies > 0) process.exitCode = 1;
  return answers / cpuSeconds;
}

/** Voters that have joined and wait for the word. */
export async function startVoters(
  task: VotersTask,
): Promise<{ vote(): Promise<VotersReport> } & AsyncDisposable> {
  const child = forkAudience(voters);
  child.send(task);
  await once(child, 'message');
  return {
    async vote() {
      child.send('go');
      return ((await once(child, 'message')) as [VotersReport])[0];
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

type Created = { data: { pollId: string; optionIds: string[] } };
type Revealed = { data: { tally: { counts: Record<string, number>; ballots: number } } };

export async function openPolls(server: BenchServer, count: number): Promise<VotersTask['polls']> {
  const polls: VotersTask['polls'] = [];
  for (let index = 0; index < count; index += 1) {
    const input = { question: `第${index}题`, options: OPTIONS, results: 'hidden' };
    const { pollId, optionIds } = ((await command(server, 'poll:create', input)) as Created).data;
    await command(server, 'poll:open', { pollId });
    polls.push({ pollId, optionIds });
  }
  return polls;
}

/** How many of the polls do not hold exactly one ballot per voter, and for each option exactly its first choices. */
export async function countWrongTallies(
  server: BenchServer,
  polls: VotersTask['polls'],
  viewers: number,
): Promise<number> {
  let wrong = 0;
  for (const [index, { pollId, optionIds }] of polls.entries()) {
    await command(server, 'poll:close', { pollId });
    const { tally } = ((await command(server, 'poll:reveal', { pollId })) as Revealed).data;
    const expected = optionIds.map(() => 0);
    for (let voter = 0; voter < viewers; voter += 1) {
      const option = choiceOf(voter, index, optionIds.length);
      expected[option] = (expected[option] ?? 0) + 1;
    }
    const isExact =
      tally.ballots === viewers &&
      optionIds.every((id, option) => (tally.counts[id] ?? 0) === expected[option]);
    if (!isExact) wrong += 1;
  }
  return wrong;
}

/** A command of the administrator's; again when it was too fast. */
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

/** What Redis holds for a box, over the ballots in it. */
async function bytesPerBallot(
  { url }: TestRedis,
  polls: VotersTask['polls'],
  viewers: number,
): Promise<number> {
  const redis = new Redis(url);
  let bytes = 0;
  for (const { pollId } of polls)
    bytes += Number(await redis.memory('USAGE', `xinli:{demo}:ballots:${pollId}`));
  redis.disconnect();
  return bytes / (polls.length * viewers);
}
