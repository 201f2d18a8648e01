import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** Every metric in one place; names end in their unit. */
export type Metrics = {
  command(name: string, outcome: string): void;
  connection(change: 'joined' | 'left' | 'violation'): void;
  /** One beat of one audience. */
  frames(sent: number, bytes: number, lagging: number): void;
  snapshot(): void;
  failure(): void;
  /** The Prometheus text; `beats` is asked then. */
  text(): Promise<string>;
  readonly contentType: string;
};

/** The event loop's lag is read this often: each reading wakes the process, and a hundred a second cost an idle one most of its CPU. */
const LAG_READ_MS = 100;

export type BeatReading = { event: string; intervalMs: number; oneIn: number; connections: number };

export type BeatBounds = { minMs: number; maxMs: number; share: number };

export function createMetrics(
  labels: Record<string, string>,
  bounds: BeatBounds,
  beats: () => Promise<BeatReading[]>,
): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels(labels);
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_READ_MS });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> =>
    new Counter({ name, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> =>
    new Gauge({ name, help, labelNames, registers });

  const commandsTotal = counter('xinli_commands_total', 'Commands answered', ['command', 'outcome']);
  const connections = gauge('xinli_connections', 'Sockets connected to this node');
  const violations = counter('xinli_violations_total', 'Messages that no client of ours sends');
  const beatsTotal = counter('xinli_beats_total', 'Frames made, each for a whole audience');
  const snapshotsTotal = counter(
    'xinli_snapshots_total',
    'Snapshots made, each for all who join within a beat',
  );
  const framesTotal = counter('xinli_frames_total', 'Frames written to sockets');
  const frameBytes = counter('xinli_frame_bytes_total', 'Bytes of frames written to sockets');
  const skipped = counter('xinli_frames_skipped_total', 'Frames not written, as their reader was too slow');
  const lagging = gauge('xinli_lagging_connections', 'Readers that were too slow for the last frame');
  const failures = counter('xinli_failures_total', 'Errors nobody foresaw, or a store that did not answer');
  const beatMs = gauge('xinli_beat_milliseconds', 'Present interval between frames', ['event']);
  const beatLimit = gauge('xinli_beat_limit_milliseconds', 'Bounds of the interval between frames', [
    'bound',
  ]);
  const beatShare = gauge('xinli_beat_share', 'Share of the process that sending may take');
  const oneIn = gauge('xinli_comments_per_shown', 'Comments accepted for each one shown', ['event']);
  const audience = gauge('xinli_event_connections', 'Sockets of an event on this node', ['event']);

  /** Not yet in the counters, which take longer over finding themselves by their labels than a tap takes to be counted. */
  const commandsSince = new Map<string, { command: string; outcome: string; count: number }>();
  const noFrames = { beats: 0, sent: 0, bytes: 0, skipped: 0 };
  let framesSince = { ...noFrames };
  let laggingNow = 0;

  beatLimit.set({ bound: 'min' }, bounds.minMs);
  beatLimit.set({ bound: 'max' }, bounds.maxMs);
  beatShare.set(bounds.share);

  return {
    command(command, outcome) {
      const key = `${command} ${outcome}`;
      const known = commandsSince.get(key);
      if (known === undefined) commandsSince.set(key, { command, outcome, count: 1 });
      else known.count += 1;
    },
    connection(change) {
      if (change === 'violation') violations.inc();
      else connections.inc(change === 'joined' ? 1 : -1);
    },
    frames(sent, bytes, slow) {
      framesSince.beats += 1;
      framesSince.sent += sent;
      framesSince.bytes += bytes;
      framesSince.skipped += slow;
      laggingNow = slow;
    },
    snapshot: () => snapshotsTotal.inc(),
    failure: () => failures.inc(),
    async text() {
      for (const { command, outcome, count } of commandsSince.values())
        commandsTotal.inc({ command, outcome }, count);
      commandsSince.clear();
      beatsTotal.inc(framesSince.beats);
      framesTotal.inc(framesSince.sent);
      frameBytes.inc(framesSince.bytes);
      skipped.inc(framesSince.skipped);
      framesSince = { ...noFrames };
      lagging.set(laggingNow);
      for (const metric of [beatMs, oneIn, audience]) metric.reset();
      for (const beat of await beats()) {
        beatMs.set({ event: beat.event }, beat.intervalMs);
        oneIn.set({ event: beat.event }, beat.oneIn);
        audience.set({ event: beat.event }, beat.connections);
      }
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
