import { setTimeout as sleep } from 'node:timers/promises';
import { type Audience, type Heard, type Line, startAudience } from '../audience/audience.ts';
import { round } from './report.ts';
import type { Peer } from './peer.ts';
import type { BenchServer } from './server.ts';

/** What is measured: our server or a peer, with what its audience needs to know. */
export type Subject = Pick<BenchServer, 'port' | 'cpuSeconds' | 'rssKb'> &
  Partial<Pick<Peer, 'dialect' | 'path'>>;

export type Load = {
  viewers: number;
  seconds: number;
  /** What all viewers together say each second. */
  perSecond: number;
  line?: Line;
  /** How many of them speak, in turn. */
  speakers?: number;
  deflate?: boolean;
};

export type Measured = {
  heard: Heard;
  cpuSeconds: number;
  /** Per frame and per comment received by anybody. */
  cpuMicrosPerFrame: number;
  cpuMicrosPerComment: number;
  figures: Record<string, number | string>;
};

const JOINS_PER_SECOND = 1_000;
const WARM_UP_MS = 3_000;
/** Beyond this the audience itself may be what was measured. */
const AUDIENCE_BUSY = 0.92;

/** Joins an audience, lets it talk, and says what each message cost the server and when it arrived. */
export async function measureFanOut(subject: Subject, load: Load): Promise<Measured> {
  const rssBefore = subject.rssKb();
  await using audience = startAudience({ ...subject, deflate: load.deflate ?? true });
  await joinAll(audience, load.viewers);
  const rssKbPerViewer = (subject.rssKb() - rssBefore) / load.viewers;
  const measured = await measureTalk(subject, audience, load);
  return { ...measured, figures: { ...measured.figures, rssKbPerViewer: round(rssKbPerViewer) } };
}

export async function joinAll(audience: Audience, viewers: number): Promise<void> {
  const { joined, reason } = await audience.join(viewers, JOINS_PER_SECOND);
  if (joined < viewers) throw new Error(`${joined} of ${viewers} joined: ${reason}`);
}

/** The same with an audience that is there. */
export async function measureTalk(subject: Subject, audience: Audience, load: Load): Promise<Measured> {
  const { viewers, seconds, perSecond, line = { kind: 'comment' } as const, speakers } = load;
  await audience.talk(line, perSecond, speakers);
  await sleep(WARM_UP_MS);
  await audience.clear();
  const cpuBefore = subject.cpuSeconds();
  await sleep(seconds * 1000);
  const cpuSeconds = subject.cpuSeconds() - cpuBefore;
  const heard = await audience.report();
  await audience.hush();
  const cpuMicrosPerFrame = (cpuSeconds / heard.frames) * 1e6;
  const cpuMicrosPerComment = (cpuSeconds / heard.comments) * 1e6;
  return {
    heard,
    cpuSeconds,
    cpuMicrosPerFrame,
    cpuMicrosPerComment,
    figures: {
      viewers,
      seconds: round(heard.seconds),
      saidPerSecond: perSecond,
      serverCores: round(cpuSeconds / heard.seconds, 3),
      framesPerSecond: round(heard.frames / viewers / heard.seconds, 2),
      commentsPerSecond: round(heard.comments / viewers / heard.seconds, 1),
      cpuMicrosPerFrame: round(cpuMicrosPerFrame, 2),
      cpuMicrosPerComment: round(cpuMicrosPerComment, 3),
      deliveriesPerCore: Math.round(heard.comments / cpuSeconds),
      bytesPerFrame: Math.round(heard.bytes / heard.frames),
      p50Ms: heard.p50Ms,
      p99Ms: heard.p99Ms,
      disconnects: heard.disconnects,
      audienceCores: round(heard.audienceCores, 2),
      ...(heard.audienceCores > AUDIENCE_BUSY && { note: 'the audience was the bottleneck' }),
    },
  };
}
