import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What watchers have met since they began: `closed` were in and were cut, `retries` had to come again. */
export type Watched = Record<
  'joined' | 'retries' | 'closed' | 'frames' | 'bytes' | 'seconds' | 'cpuSeconds',
  number
>;

/** Viewers who only watch, as many as one likes: `watchers.c`, which costs a few hundred bytes for each. */
export type Watchers = {
  /** Resolves when all are in, or after `limitMs`. */
  settled(limitMs: number): Promise<Watched>;
  report(): Promise<Watched>;
  [Symbol.asyncDispose](): Promise<void>;
};

const source = fileURLToPath(new URL('watchers.c', import.meta.url));
/** A process holds 20,000 descriptors on such a machine. */
const PER_PROCESS = 19_000;
const ADDRESSES_EACH = 5;

/** `perSecond` 0: all at once; `atTheDoor`: how many of each process may be on their way in. Null without a C compiler. */
export async function startWatchers(
  port: number,
  viewers: number,
  perSecond: number,
  atTheDoor = 0,
): Promise<Watchers | null> {
  const folder = await mkdtemp(join(tmpdir(), 'xinli-watchers-'));
  const program = join(folder, 'watchers');
  if (spawnSync('cc', ['-O2', '-o', program, source]).status !== 0) {
    await rm(folder, { recursive: true });
    return null;
  }
  const processes = Math.ceil(viewers / PER_PROCESS);
  const share = (index: number): number =>
    Math.floor((viewers * (index + 1)) / processes) - Math.floor((viewers * index) / processes);
  const parts = Array.from({ length: processes }, (_, index) =>
    startPart(program, [
      port,
      share(index),
      Math.ceil(perSecond / processes),
      index * ADDRESSES_EACH,
      atTheDoor,
    ]),
  );
  const report = async (): Promise<Watched> => sumOf(await Promise.all(parts.map((part) => part.report())));
  return {
    async settled(limitMs) {
      await Promise.race([Promise.all(parts.map((part) => part.isIn)), sleep(limitMs)]);
      return report();
    },
    report,
    async [Symbol.asyncDispose]() {
      await Promise.all(parts.map((part) => part.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Part = { isIn: Promise<void>; report(): Promise<Watched>; stop(): Promise<void> };

function startPart(program: string, args: readonly number[]): Part {
  const child: ChildProcess = spawn(program, args.map(String), { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const waiting: ((report: Watched) => void)[] = [];
  let allIn: () => void = () => undefined;
  const isIn = new Promise<void>((resolve) => (allIn = resolve));
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const { what, ...report } = JSON.parse(line) as Watched & { what: 'in' | 'now' };
    if (what === 'in') allIn();
    else waiting.shift()?.(report);
  });
  return {
    isIn,
    report: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin?.write('now\n');
      }),
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function sumOf(reports: readonly Watched[]): Watched {
  const total = (name: keyof Watched): number => reports.reduce((sum, report) => sum + report[name], 0);
  return {
    joined: total('joined'),
    retries: total('retries'),
    closed: total('closed'),
    frames: total('frames'),
    bytes: total('bytes'),
    seconds: Math.max(...reports.map(({ seconds }) => seconds)),
    cpuSeconds: total('cpuSeconds'),
  };
}
