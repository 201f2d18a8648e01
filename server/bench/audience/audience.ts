import { fileURLToPath } from 'node:url';
import { forkAudience } from '../lib/process.ts';
import type { Target } from './connection.ts';
import type { Joined, Orders, Report } from './crowd.ts';
import { quantile } from './histogram.ts';
import type { Line } from './lines.ts';

export type { Line } from './lines.ts';

/** What an audience heard between `clear` and `report`. */
export type Heard = Omit<Report, 'delays' | 'ackDelays' | 'cpuSeconds'> & {
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  ackP50Ms: number;
  ackP99Ms: number;
  /** Cores the audience itself used, all its processes together. */
  audienceCores: number;
};

/**
 * A cheap audience: raw sockets in processes of their own, on the core the server does not have. Says when it was
 * the bottleneck.
 */
export type Audience = {
  /** Connects `count` viewers, `perSecond` of them each second; 0: as fast as they are let in. */
  join(count: number, perSecond?: number): Promise<Joined>;
  talk(line: Line, perSecond: number, speakers?: number): Promise<void>;
  hush(): Promise<void>;
  clear(): Promise<void>;
  report(): Promise<Heard>;
  slow(count: number, bytesPerSecond: number): Promise<void>;
  leave(options?: { keepTokens: boolean }): Promise<void>;
  /** The next to join go to another port. */
  moveTo(port: number): void;
  [Symbol.asyncDispose](): Promise<void>;
};

export type AudienceOptions = {
  port: number;
  dialect?: Target['dialect'];
  path?: string;
  event?: string;
  /** Whether deflated frames are asked for, as pages do; a peer has none. */
  deflate?: boolean;
  /** Processes that share the work; each holds up to 19,000 sockets. */
  processes?: number;
};

const crowd = fileURLToPath(new URL('crowd.ts', import.meta.url));
const SOCKET_IO_PATH = '/socket.io/?EIO=4&transport=websocket';

export function startAudience(options: AudienceOptions): Audience {
  const { port, dialect = 'xinli', event = 'demo', deflate = true, processes = 1 } = options;
  const path = options.path ?? (dialect === 'ws' ? '/' : SOCKET_IO_PATH);
  const target: Target = { port, dialect, path, event, deflate };
  const crowds = Array.from({ length: processes }, startCrowd);
  let clearedAt = performance.now();
  let cpuBefore = 0;

  const all = <N extends keyof Orders>(
    name: N,
    orderOf: (index: number) => Parameters<Orders[N]>[0],
  ): Promise<Awaited<ReturnType<Orders[N]>>[]> =>
    Promise.all(crowds.map((one, index) => one.ask(name, orderOf(index))));
  const share = (total: number, index: number): number =>
    Math.floor((total * (index + 1)) / processes) - Math.floor((total * index) / processes);

  return {
    async join(count, perSecond = 0) {
      const joined = await all('join', (index) => ({
        target,
        count: share(count, index),
        perSecond: perSecond / processes,
        from: Math.floor((count * index) / processes),
      }));
      return {
        joined: sum(joined.map((one) => one.joined)),
        refused: sum(joined.map((one) => one.refused)),
        reason: joined.map((one) => one.reason).find((reason) => reason !== '') ?? '',
        seconds: Math.max(...joined.map((one) => one.seconds)),
      };
    },
    async talk(line, perSecond, speakers = Number.MAX_SAFE_INTEGER) {
      await all('talk', (index) => ({
        line,
        perSecond: perSecond / processes,
        speakers: speakers === Number.MAX_SAFE_INTEGER ? speakers : Math.max(1, share(speakers, index)),
      }));
    },
    hush: async () => void (await all('hush', () => undefined)),
    async clear() {
      await all('clear', () => undefined);
      cpuBefore = sum((await all('report', () => undefined)).map(({ cpuSeconds }) => cpuSeconds));
      clearedAt = performance.now();
    },
    async report() {
      const seconds = (performance.now() - clearedAt) / 1000;
      return merge(await all('report', () => undefined), seconds, cpuBefore);
    },
    slow: async (count, bytesPerSecond) =>
      void (await all('slow', (index) => ({ count: share(count, index), bytesPerSecond }))),
    leave: async (how = { keepTokens: false }) => void (await all('leave', () => how)),
    moveTo: (next) => void (target.port = next),
    async [Symbol.asyncDispose]() {
      await Promise.all(crowds.map((one) => one.stop()));
    },
  };
}

function merge(reports: readonly Report[], seconds: number, cpuBefore: number): Heard {
  const total = (of: (report: Report) => number): number => sum(reports.map(of));
  const delays = reports.flatMap((report) => report.delays);
  const ackDelays = reports.flatMap((report) => report.ackDelays);
  const refused: Record<string, number> = {};
  for (const report of reports)
    for (const [code, count] of Object.entries(report.refused)) refused[code] = (refused[code] ?? 0) + count;
  return {
    seconds,
    frames: total(({ frames }) => frames),
    comments: total(({ comments }) => comments),
    bytes: total(({ bytes }) => bytes),
    accepted: total(({ accepted }) => accepted),
    said: total(({ said }) => said),
    acceptedInAll: total(({ acceptedInAll }) => acceptedInAll),
    disconnects: total(({ disconnects }) => disconnects),
    refused,
    p50Ms: quantile(delays, 0.5),
    p99Ms: quantile(delays, 0.99),
    ackP50Ms: quantile(ackDelays, 0.5),
    ackP99Ms: quantile(ackDelays, 0.99),
    audienceCores: (total(({ cpuSeconds }) => cpuSeconds) - cpuBefore) / seconds,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

type Crowd = {
  ask<N extends keyof Orders>(
    name: N,
    order: Parameters<Orders[N]>[0],
  ): Promise<Awaited<ReturnType<Orders[N]>>>;
  stop(): Promise<void>;
};

function startCrowd(): Crowd {
  const child = forkAudience(crowd);
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let nextId = 0;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error('the audience ended'));
      resolve();
    });
  });
  child.on('message', ({ id, result }: { id: number; result: never }) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  return {
    ask: (name, order) =>
      new Promise((resolve, reject) => {
        const id = nextId;
        nextId += 1;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, order });
      }),
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
