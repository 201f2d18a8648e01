import { startRedis } from '../test/redis.ts';
import { percentile, print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { joinMany, joinRaw } from './lib/viewer.ts';

const VIEWERS = 100;
const COMMENTS = 200;

/** P8: a quiet room. From a comment being sent to each of 100 viewers having it, in milliseconds. */
export async function quiet(): Promise<void> {
  {
    await using server = await startServer();
    await measure('embedded', [server]);
  }
  await using redis = await startRedis();
  const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
  await using first = await startServer({ env });
  await using second = await startServer({ env, dataFolder: first.dataFolder });
  await measure('two nodes over Redis', [first, second]);
}

/** Viewers spread over the nodes; each comment is sent on one node and waited for on all. */
async function measure(subject: string, nodes: readonly BenchServer[]): Promise<void> {
  const delays: number[] = [];
  let sentAt = 0;
  let marker = '';
  let received = 0;
  let everyone: () => void = () => undefined;
  const viewers = await joinMany(VIEWERS, (index) =>
    joinRaw({
      port: (nodes[index % nodes.length] as BenchServer).port,
      event: 'demo',
      onFrame(text) {
        if (marker === '' || !text.includes(marker)) return;
        delays.push(performance.now() - sentAt);
        received += 1;
        if (received === VIEWERS) everyone();
      },
    }),
  );
  for (let index = 0; index < COMMENTS; index += 1) {
    const all = new Promise<void>((resolve) => (everyone = resolve));
    [marker, received, sentAt] = [`quiet-${index}-`, 0, performance.now()];
    const answer = await viewers[index % VIEWERS]?.send('comment:post', { text: marker });
    if (answer?.ok !== true) throw new Error(`refused: ${JSON.stringify(answer)}`);
    await all;
    await new Promise((resolve) => void setTimeout(resolve, 100)); // quiet again
  }
  for (const viewer of viewers) viewer.close();
  print({
    suite: 'quiet',
    subject,
    viewers: VIEWERS,
    comments: COMMENTS,
    p50Ms: round(percentile(delays, 0.5)),
    p99Ms: round(percentile(delays, 0.99)),
    maxMs: round(Math.max(...delays)),
    readyMs: round(nodes[0]?.readyMs ?? Number.NaN, 0),
  });
}
