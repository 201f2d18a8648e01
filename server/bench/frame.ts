import { measureFanOut } from './lib/fan-out.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { type PeerName, startPeer } from './lib/peer.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';

const PER_SECOND = 4;
/** What a peer's message holds beside its text. */
const ENVELOPE_BYTES = 70;

/** P3: what a frame costs when there is nothing to batch, beside the same bytes from servers that do nothing else. */
export async function frame(): Promise<void> {
  const viewers = viewersOr(5_000);
  const load = { viewers, seconds: secondsOr(20), perSecond: PER_SECOND };
  await using server = await startServer({ cpu: SERVER_CPU });
  const ours = await measureFanOut(server, load);
  const bytes = Math.round(ours.heard.bytes / ours.heard.frames) - ENVELOPE_BYTES;
  const costs = new Map<PeerName, number>();
  const names: readonly PeerName[] = ['plain Socket.IO', 'ws', 'Nchan', 'floor'];
  for (const name of names) {
    await using peer = await startPeer(name);
    if (peer === null) continue;
    const measured = await measureFanOut(peer, { ...load, line: { kind: 'filler', bytes } });
    costs.set(name, measured.cpuMicrosPerFrame);
    print({ suite: 'frame', subject: name, ...measured.figures });
  }
  const costOf = (name: PeerName): number => costs.get(name) ?? Number.NaN;
  print({
    suite: 'frame',
    subject: 'xinli',
    ...ours.figures,
    ratioToPlain: round(costOf('plain Socket.IO') / ours.cpuMicrosPerFrame, 2),
    ratioToFloor: round(ours.cpuMicrosPerFrame / costOf('floor'), 2),
  });
}
