import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startAudience } from './audience/audience.ts';
import { showAll } from './delivery.ts';
import { joinAll, measureTalk, type Subject } from './lib/fan-out.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { byNodes } from './nodes.ts';
import { type PeerName, startPeer } from './lib/peer.ts';
import { drawPlot, type Line, type Plot } from './lib/plot.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print } from './lib/report.ts';
import { startServer } from './lib/server.ts';

const folder = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));
const OURS_PER_SECOND = [4, 20, 60, 200];
/** As much as one frame per comment can be carried. */
const PEERS_PER_SECOND = [1, 4, 8];
const SIZES = [1_000, 3_000, 6_000];
const IN_A_QUIET_SHOW = 4;

type Reading = { x: number; figures: Record<string, number | string> };

/** The plots of `docs/benchmarks.md`: measured here, written there. */
export async function curves(): Promise<void> {
  const viewers = viewersOr(5_000);
  const rates = new Map<string, Reading[]>();
  const sizes = new Map<string, Reading[]>();
  {
    await using server = await startServer({ cpu: SERVER_CPU });
    await showAll(server);
    rates.set('Xinli Live', await byRate(server, 'xinli', viewers, OURS_PER_SECOND));
  }
  sizes.set('Xinli Live', await bySize(null));
  for (const name of ['plain Socket.IO', 'Nchan'] satisfies PeerName[]) {
    await using peer = await startPeer(name);
    if (peer === null) continue;
    rates.set(name, await byRate(peer, name, viewers, PEERS_PER_SECOND));
    sizes.set(name, await bySize(name));
  }
  const nodes = await byNodes();
  const lines = (readings: Map<string, Reading[]>, y: (reading: Reading) => number): Line[] =>
    [...readings].map(([name, all]) => ({ name, points: all.map((one) => [one.x, y(one)] as const) }));
  const figure = (name: string) => (reading: Reading) => Number(reading.figures[name]);
  const ours = new Map([...rates].filter(([name]) => name === 'Xinli Live'));
  await mkdir(folder, { recursive: true });
  await save('deliveries-per-core', {
    title: `Comments delivered per second and core, ${viewers} viewers`,
    x: 'comments a second',
    y: 'deliveries a second per core',
    lines: lines(rates, figure('deliveriesPerCore')),
    isLogarithmic: true,
  });
  await save('latency-against-load', {
    title: `Accepted to received, ${viewers} viewers, nothing sampled`,
    x: 'comments a second',
    y: 'milliseconds',
    lines: [
      ...lines(ours, figure('p50Ms')).map((line) => ({ ...line, name: 'median' })),
      ...lines(ours, figure('p99Ms')).map((line) => ({ ...line, name: '99 in 100' })),
    ],
  });
  await save('cpu-against-viewers', {
    title: `CPU of the server, ${IN_A_QUIET_SHOW} comments a second`,
    x: 'viewers',
    y: 'cores',
    lines: lines(sizes, figure('serverCores')),
  });
  await save('memory-against-viewers', {
    title: 'Memory of the server beyond an empty one',
    x: 'viewers',
    y: 'MB',
    lines: lines(sizes, (reading) => (Number(reading.figures['rssKbPerViewer']) * reading.x) / 1024),
  });
  await save('cost-against-nodes', {
    title: 'CPU of all nodes per comment delivered, 1,000 viewers each',
    x: 'nodes',
    y: 'µs',
    lines: [
      { name: 'Xinli Live', points: nodes.map((one) => [one.nodes, one.cpuMicrosPerComment] as const) },
    ],
  });
}

async function byRate(
  subject: Subject,
  name: string,
  viewers: number,
  perSecond: readonly number[],
): Promise<Reading[]> {
  await using audience = startAudience(subject);
  await joinAll(audience, viewers);
  const readings: Reading[] = [];
  for (const rate of perSecond) {
    const load = { viewers, seconds: secondsOr(6), perSecond: rate };
    const { figures } = await measureTalk(subject, audience, load);
    print({ suite: 'curves', subject: name, ...figures });
    readings.push({ x: rate, figures });
  }
  return readings;
}

/** A server of its own for each size: memory that was given back is not memory that was never taken. */
async function bySize(name: PeerName | null): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const viewers of SIZES) {
    await using subject = name === null ? await startServer({ cpu: SERVER_CPU }) : await startPeer(name);
    if (subject === null) continue;
    const rssBefore = subject.rssKb();
    await using audience = startAudience(subject);
    await joinAll(audience, viewers);
    const rssKbPerViewer = Math.max(0, (subject.rssKb() - rssBefore) / viewers);
    const load = { viewers, seconds: secondsOr(6), perSecond: IN_A_QUIET_SHOW };
    const measured = await measureTalk(subject, audience, load);
    const figures = { ...measured.figures, rssKbPerViewer: Math.round(rssKbPerViewer) };
    print({ suite: 'curves', subject: name ?? 'xinli', ...figures });
    readings.push({ x: viewers, figures });
  }
  return readings;
}

const save = (name: string, plot: Plot): Promise<void> => writeFile(`${folder}${name}.svg`, drawPlot(plot));
