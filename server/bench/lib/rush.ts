import { startWatchers } from '../audience/watchers.ts';
import { counted } from './metrics.ts';
import { print, round } from './report.ts';
import type { BenchServer } from './server.ts';

const PATIENCE_MS = 90_000;
/** One for each audience that nobody was sent a beat in. */
const BEFORE_ANY_BEAT = 3;

/**
 * More at once than there is room for: nobody stays outside for good, the process lives, and however many come within a
 * beat, its snapshot is made once. Throws when one of these is not so.
 */
export async function rush(
  server: BenchServer,
  viewers: number,
  perSecond: number,
  load: string,
): Promise<void> {
  const watchers = await startWatchers(server.port, viewers, perSecond);
  if (watchers === null) return void process.stderr.write('join: no C compiler, so no rush\n');
  await using audience = watchers;
  const [snapshots, beats] = await Promise.all([
    counted(server, 'xinli_snapshots_total'),
    counted(server, 'xinli_beats_total'),
  ]);
  const cpuBefore = server.cpuSeconds();
  const { joined, retries, closed, seconds } = await audience.settled(PATIENCE_MS);
  const cpuSeconds = server.cpuSeconds() - cpuBefore;
  const made = (await counted(server, 'xinli_snapshots_total')) - snapshots;
  const sent = (await counted(server, 'xinli_beats_total')) - beats;
  print({
    suite: 'join',
    subject: 'xinli',
    who: load,
    viewers,
    offeredPerSecond: perSecond,
    joined,
    retries,
    cutLater: closed,
    seconds: round(seconds),
    joinsPerSecond: Math.round(joined / seconds),
    cpuMicrosPerJoin: Math.round((cpuSeconds / joined) * 1e6),
    snapshotsMade: made,
    beats: sent,
  });
  if (joined < viewers) throw new Error(`${viewers - joined} of ${viewers} did not get in within 90 s`);
  if (made > sent + BEFORE_ANY_BEAT) throw new Error(`${made} snapshots were made in ${sent} beats`);
}
