import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Config, Environment } from '../config.ts';
import type { Log } from '../lib/log.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A worker that dies is back soon; one that dies again and again, less and less soon. */
const BACK_OFF_MS = { first: 250, most: 30_000 };
/** A worker that lived this long died of something else than the one before. */
const SETTLED_MS = 60_000;
/** How long workers have to tell their metrics. */
const TELL_MS = 2_000;
/** What a worker may take beyond the drain, its own hard stop included. */
const LAST_MS = 10_000;

type Worker = { number: number; deaths: number; child: ChildProcess; startedAt: number };
type Gathering = { texts: string[]; left: Set<Worker>; done(): void };

/**
 * Several worker processes on one machine behind one port: the kernel spreads connections over them (SO_REUSEPORT),
 * Redis joins them, as it joins machines. This process only starts them, starts again what dies, passes signals on,
 * and brings their metrics together. Resolves with the exit code once all have ended.
 */
export async function superviseWorkers(config: Config, env: Environment, log: Log): Promise<number> {
  await refuseTakenPort(config);
  const workers: Worker[] = [];
  const gatherings = new Map<number, Gathering>();
  let isStopping = false;
  let port = config.port;
  let gathered = 0;
  let exitCode = 0;
  let allEnded: () => void = () => undefined;

  function start(number: number, extra: readonly string[] = []): Worker {
    const child = fork(main, ['--worker', String(number), ...extra], {
      env: { ...env, PORT: String(port), XINLI_WORKERS: '' },
      detached: true, // a terminal's Ctrl-C is for us alone to pass on
    });
    const worker = { number, deaths: 0, child, startedAt: performance.now() };
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'ask') ask(worker, message.id);
      if (message.kind === 'tell') told(worker, message.id, message.text);
    });
    return worker;
  }

  function watch(worker: Worker): void {
    worker.child.once('exit', (code, signal) => {
      for (const id of gatherings.keys()) told(worker, id, '');
      if (isStopping) {
        exitCode ||= code ?? 1;
        workers.splice(workers.indexOf(worker), 1);
        if (workers.length === 0) allEnded();
        return;
      }
      const deaths = performance.now() - worker.startedAt > SETTLED_MS ? 0 : worker.deaths;
      const delayMs = Math.min(BACK_OFF_MS.most, BACK_OFF_MS.first * 2 ** deaths);
      log.error({ worker: worker.number, code, signal, delayMs }, 'a worker ended; it is started again');
      setTimeout(() => {
        if (isStopping) return;
        const next = { ...start(worker.number), deaths: deaths + 1 };
        workers[workers.indexOf(worker)] = next;
        watch(next);
      }, delayMs);
    });
  }

  /** One worker was asked for metrics: the others are asked by us. */
  function ask(asker: Worker, id: number): void {
    gathered += 1;
    const turn = gathered;
    const timer = setTimeout(() => gatherings.get(turn)?.done(), TELL_MS);
    const gathering: Gathering = {
      texts: [],
      left: new Set(workers.filter(({ child }) => child.connected)),
      done() {
        clearTimeout(timer);
        gatherings.delete(turn);
        say(asker, { kind: 'answer', id, texts: gathering.texts });
      },
    };
    gatherings.set(turn, gathering);
    for (const worker of gathering.left) say(worker, { kind: 'asked', id: turn });
  }

  function told(worker: Worker, turn: number, text: string): void {
    const gathering = gatherings.get(turn);
    const mine = [...(gathering?.left ?? [])].find(({ child }) => child === worker.child);
    if (gathering === undefined || mine === undefined) return;
    gathering.left.delete(mine);
    gathering.texts.push(text);
    if (gathering.left.size === 0) gathering.done();
  }

  async function stop(signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
    const isFirst = !isStopping;
    isStopping = true;
    for (const { child } of workers) child.kill(signal); // a worker that hears it twice ends at once
    if (!isFirst) return;
    setTimeout(() => process.exit(1), config.drainSeconds * 1000 + LAST_MS).unref();
  }

  // A function, because a signal may come in between.
  const stopped = (): boolean => isStopping;
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));

  // The first one alone: it makes what a first start makes, finds a free port if any will do, and prints the links.
  const first = start(1, ['--greet']);
  workers.push(first);
  const listening = await Promise.race([ready(first.child), once(first.child, 'exit').then(() => null)]);
  if (listening === null) return first.child.exitCode ?? 1;
  port = listening;
  const ended = new Promise<void>((resolve) => (allEnded = resolve));
  watch(first);
  for (let number = 2; number <= config.workers; number += 1) {
    if (stopped()) break;
    const worker = start(number);
    workers.push(worker);
    watch(worker);
  }
  await ended;
  return exitCode;
}

const say = (worker: Worker, message: ToWorker): void => {
  if (worker.child.connected) worker.child.send(message, () => undefined); // one that is gone needs no answer
};

const ready = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve(message.port);
    });
  });

/** Workers share their port with each other, and would with a stranger: only that it is free now says that it is ours. */
async function refuseTakenPort({ port, host }: Config): Promise<void> {
  const probe = createServer();
  await once(probe.listen({ port, host }), 'listening');
  probe.close();
  await once(probe, 'close');
}
