import { startRedis } from '../test/redis.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { joinMany, joinRaw, type RawViewer } from './lib/viewer.ts';

const VIEWERS = 200;
const LIMIT_MS = 30_000;
/** How long the counter is watched after the kill: it must have settled well before. */
const WATCH_MS = 10_000;

/**
 * `kill -9` of one of two nodes with 200 viewers: those it held join the other one as the same viewers. How long
 * until all are back with equal state, and when the counter last became 200, watched for ten seconds: in between it
 * counts the returned viewers twice, until the dead node's lease runs out.
 */
export async function nodeKill(): Promise<void> {
  await using redis = await startRedis();
  const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
  await using first = await startServer({ env });
  await using second = await startServer({ env, dataFolder: first.dataFolder });
  const states = new Map<number, string>();
  let back = 0;
  const counter: { at: number; online: number }[] = [];
  const online = (): number => counter.at(-1)?.online ?? 0;
  let isDead = false;

  const join = (index: number, node: BenchServer, token?: string): Promise<RawViewer> =>
    joinRaw({
      port: node.port,
      event: 'demo',
      ...(token !== undefined && { token }),
      onSnapshot: (text) => void states.set(index, stateOf(text)),
      onFrame(text) {
        const told = /"online":(\d+)/.exec(text)?.[1];
        if (index === 1 && told !== undefined) counter.push({ at: performance.now(), online: Number(told) });
      },
      onClose: () => void (isDead && rejoin(index)),
    });
  const rejoin = async (index: number): Promise<void> => {
    const token = viewers[index]?.token ?? '';
    viewers[index] = await join(index, second, token);
    back += 1;
  };

  // Odd viewers on the second node, even ones on the first, which will die.
  const viewers = await joinMany(VIEWERS, (index) => join(index, index % 2 === 0 ? first : second));
  await viewers[0]?.send('comment:post', { text: '灯灭之前' });
  await waitFor(() => online() === VIEWERS, 'the counter before');

  const killedAt = performance.now();
  isDead = true;
  await first.kill();
  await waitFor(() => back === VIEWERS / 2, 'everyone back');
  const backMs = performance.now() - killedAt;
  await new Promise((resolve) => void setTimeout(resolve, killedAt + WATCH_MS - performance.now()));
  if (online() !== VIEWERS) throw new Error(`the counter says ${online()} after ${WATCH_MS} ms`);
  const after = counter.filter(({ at }) => at > killedAt);
  const wrong = after.findLastIndex((reading) => reading.online !== VIEWERS);
  const rightAt = after[wrong + 1]?.at ?? killedAt;
  const returned = [...states].filter(([index]) => index % 2 === 0).map(([, state]) => state);
  isDead = false;
  for (const viewer of viewers) viewer.close();
  print({
    suite: 'node-kill',
    subject: 'two nodes over Redis',
    viewers: VIEWERS,
    backMs: round(backMs, 0),
    counterRightMs: round(rightAt - killedAt, 0),
    counterHighest: Math.max(...after.map((reading) => reading.online)),
    distinctStates: new Set(returned).size,
  });
}

/** What a snapshot says of the show, without the gauges, which move. */
function stateOf(text: string): string {
  const [, { epoch, revision, state }] = JSON.parse(text.slice(2)) as [
    string,
    { epoch: string; revision: number; state: Record<string, unknown> },
  ];
  return JSON.stringify({ epoch, revision, ...state, gauges: null });
}

async function waitFor(isTrue: () => boolean, what: string): Promise<void> {
  const until = performance.now() + LIMIT_MS;
  while (!isTrue()) {
    if (performance.now() > until) throw new Error(`not within ${LIMIT_MS} ms: ${what}`);
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}
