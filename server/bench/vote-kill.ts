import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';
import { joinMany, joinRaw, type RawViewer } from './lib/viewer.ts';

const VIEWERS = 2_000;
const PER_SECOND = 1_000;
const KILL_AFTER_MS = 1_200;

type Created = { data: { pollId: string; optionIds: string[] } };

/**
 * `kill -9` of the embedded server while 1,000 votes/s come in. After a restart on the same data every ballot that
 * was acknowledged must be in the box: the tally is compared with the acks, and each acked voter votes again and must
 * be told that the ballot is there already.
 */
export async function voteKill(): Promise<void> {
  await using server = await startServer();
  const command = (name: string, input: object): Promise<unknown> =>
    server.post('/events/demo/commands', { command: name, input });
  const { data } = (await command('poll:create', { question: '?', options: ['甲', '乙', '丙'] })) as Created;
  await command('poll:open', { pollId: data.pollId });
  const viewers = await joinMany(VIEWERS, () => joinRaw({ port: server.port, event: 'demo' }));
  const tokens = viewers.map((viewer) => viewer.token);
  const choiceOf = (index: number): string[] => [data.optionIds[index % 3] as string];

  const acked = new Set<number>();
  const vote = async (index: number, viewer: RawViewer): Promise<void> => {
    const answer = await viewer
      .send('poll:vote', { pollId: data.pollId, optionIds: choiceOf(index) })
      .catch(() => null);
    if (answer?.ok === true) acked.add(index);
  };
  const startedAt = performance.now();
  const sent: Promise<void>[] = [];
  let killed: Promise<void> | null = null;
  while (killed === null) {
    const elapsedMs = performance.now() - startedAt;
    while (sent.length < Math.min(VIEWERS, (elapsedMs / 1000) * PER_SECOND))
      sent.push(vote(sent.length, viewers[sent.length] as RawViewer));
    if (elapsedMs >= KILL_AFTER_MS) killed = server.kill();
    await new Promise((resolve) => void setImmediate(resolve));
  }
  await Promise.all([killed, ...sent]);

  await using restarted = await server.restart();
  let lost = 0;
  let other = 0;
  const tally = await joinMany(acked.size, async (position) => {
    const index = [...acked][position] as number;
    const viewer = await joinRaw({ port: restarted.port, event: 'demo', token: tokens[index] as string });
    const again = await viewer.send('poll:vote', { pollId: data.pollId, optionIds: choiceOf(index) });
    viewer.close();
    if (again.ok && again.data?.['repeat'] === true) return;
    if (again.ok) lost += 1;
    else other += 1;
  });
  print({
    suite: 'vote-kill',
    subject: 'embedded',
    sent: sent.length,
    acknowledged: tally.length,
    acknowledgedLost: lost,
    otherAnswers: other,
    readyAgainMs: round(restarted.readyMs, 0),
  });
  if (lost + other > 0) process.exitCode = 1;
}
