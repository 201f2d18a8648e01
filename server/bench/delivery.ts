import { measureFanOut, type Measured } from './lib/fan-out.ts';
import { ratesOr, secondsOr, viewersOr } from './lib/options.ts';
import { type PeerName, startPeer } from './lib/peer.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';

const PEERS: readonly PeerName[] = ['plain Socket.IO', 'ws', 'Nchan', 'floor'];
/** What a server with one frame per comment can be given without drowning; its cost per comment does not depend on it. */
const PEER_DELIVERIES_PER_SECOND = 40_000;

/** P2: CPU per comment delivered, nothing sampled, at 40 and at 200 comments/s, beside servers with a frame each. */
export async function delivery(): Promise<void> {
  const viewers = viewersOr(10_000);
  const seconds = secondsOr(20);
  const costs: { perSecond: number; measured: Measured }[] = [];
  for (const perSecond of ratesOr([40, 200])) {
    await using server = await startServer({ cpu: SERVER_CPU });
    await showAll(server);
    costs.push({ perSecond, measured: await measureFanOut(server, { viewers, seconds, perSecond }) });
  }
  const peers = new Map<PeerName, number>();
  for (const name of PEERS) {
    await using peer = await startPeer(name);
    if (peer === null) continue;
    const perSecond = PEER_DELIVERIES_PER_SECOND / viewers;
    const { cpuMicrosPerComment, figures } = await measureFanOut(peer, { viewers, seconds, perSecond });
    peers.set(name, cpuMicrosPerComment);
    print({ suite: 'delivery', subject: name, ...figures });
  }
  for (const { measured } of costs) {
    const times = (name: PeerName): number => round((peers.get(name) ?? NaN) / measured.cpuMicrosPerComment);
    print({
      suite: 'delivery',
      subject: 'xinli',
      ...measured.figures,
      ratioToPlain: times('plain Socket.IO'),
      ratioToWs: times('ws'),
      ratioToNchan: times('Nchan'),
    });
  }
}

/** As many comments shown as an organiser may allow, so that none is sampled away. */
export async function showAll(server: BenchServer, displayPerSecond = 200): Promise<void> {
  const input = { comments: { displayPerSecond } };
  const answer = await server.post('/events/demo/commands', { command: 'event:configure', input });
  if ((answer as { ok?: boolean }).ok !== true) throw new Error(JSON.stringify(answer));
}
