import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The server has one core, its audience another one, where there are two. */
export const SERVER_CPU = 0;
export const AUDIENCE_CPU = 1;

const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command, pinned to a core where the machine can. */
export const onCpu = (cpu: number | undefined, command: string[]): string[] =>
  cpu === undefined || !canPin ? command : ['taskset', '-c', String(cpu), ...command];

/** A process of the audience, with a channel to it. */
export function forkAudience(file: string): ChildProcess {
  const [execPath, ...before] = onCpu(AUDIENCE_CPU, [process.execPath]) as [string, ...string[]];
  return fork(file, {
    ...(before.length === 0 ? {} : { execPath, execArgv: before }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** CPU that the threads of a process have used since they started, user and system, in seconds: to the nanosecond. */
export function cpuSecondsOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((thread) =>
    Number(readFileSync(`${tasks}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

export const rssKbOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
