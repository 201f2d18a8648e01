import { startAudience } from './audience/audience.ts';
import { viewersOr } from './lib/options.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { joinRaw } from './lib/viewer.ts';

const COMMENTS = 100;

/**
 * P11: a node dies with all its viewers, is started again as an operator would, and everyone comes back at once with
 * the token they have: until the last one has the snapshot, and whether it is the same for all and whole.
 */
export async function storm(): Promise<void> {
  const viewers = viewersOr(18_500);
  await using first = await startServer({ cpu: SERVER_CPU });
  await post(first);
  await using audience = startAudience(first);
  await audience.join(viewers, 1_500);
  const before = await stateOf(first);

  const killedAt = performance.now();
  await first.kill();
  await audience.leave({ keepTokens: true });
  await using second = await first.restart();
  const readyMs = performance.now() - killedAt;
  // The same people: their tokens are kept by the processes of the audience, which find the new port.
  audience.moveTo(second.port);
  await audience.clear();
  const { joined, refused, reason } = await audience.join(viewers);
  const backMs = performance.now() - killedAt;
  const { audienceCores } = await audience.report();
  const states = new Set([before, ...(await Promise.all(Array.from({ length: 5 }, () => stateOf(second))))]);
  if (joined !== viewers || states.size !== 1) process.exitCode = 1;
  print({
    suite: 'storm',
    subject: 'xinli',
    viewers,
    joined,
    refused,
    ...(reason !== '' && { reason }),
    readyAgainMs: Math.round(readyMs),
    allBackSeconds: round(backMs / 1000),
    audienceCores: round(audienceCores, 2),
    distinctStates: states.size,
  });
}

async function post(server: BenchServer): Promise<void> {
  for (let n = 0; n < COMMENTS; n += 1)
    await server.post('/events/demo/commands', { command: 'comment:post', input: { text: `第${n}条` } });
}

/** The snapshot as a newcomer has it, without the gauges, which move. */
async function stateOf({ port }: BenchServer): Promise<string> {
  let text = '';
  const viewer = await joinRaw({ port, event: 'demo', onSnapshot: (snapshot) => (text = snapshot) });
  viewer.close();
  const [, { revision, state }] = JSON.parse(text.slice(2)) as [
    string,
    { revision: number; state: Record<string, unknown> },
  ];
  return JSON.stringify({ revision, ...state, gauges: null });
}
