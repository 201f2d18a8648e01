import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

const TICKS_PER_SECOND = 100;

/** CPU a process has used since it started, user and system, in seconds. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export const rssKbOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
