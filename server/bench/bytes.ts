import { setTimeout as sleep } from 'node:timers/promises';
import type { EventState } from '#shared/model/state.ts';
import type { SentFrame, Snapshot } from '#shared/protocol/updates.ts';
import { foldFrame } from '#shared/rules/fold.ts';
import { unpackFrame } from '#shared/rules/frames.ts';
import { type Message, messageOf } from '../live/broadcast.ts';
import { startAudience } from './audience/audience.ts';
import { payloadIn } from './audience/places.ts';
import { showAll } from './delivery.ts';
import { joinAll, measureFanOut, type Measured } from './lib/fan-out.ts';
import { ratesOr, secondsOr, viewersOr } from './lib/options.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';
import { joinRaw } from './lib/viewer.ts';

/** Frames that deflating is timed with, and how often. */
const FRAMES = 20;
const REPEATS = 20;
const CROWD = 100;

/** P12: what viewers are sent when each frame is deflated once for all of them, and when it is not, and what it costs. */
export async function bytes(): Promise<void> {
  const viewers = viewersOr(10_000);
  for (const perSecond of ratesOr([40, 200])) {
    const plain = await measure(viewers, perSecond, false);
    const deflated = await measure(viewers, perSecond, true);
    const perComment = ({ heard }: Measured): number => heard.bytes / heard.comments;
    print({
      suite: 'bytes',
      subject: 'xinli',
      ...deflated.figures,
      bytesPerComment: round(perComment(deflated)),
      plainBytesPerComment: round(perComment(plain)),
      ratio: round(perComment(plain) / perComment(deflated), 2),
      plainCpuMicrosPerFrame: round(plain.cpuMicrosPerFrame, 2),
      plainRssKbPerViewer: plain.figures['rssKbPerViewer'] ?? NaN,
      cpuMicrosPerDeflating: round(await microsPerDeflating(perSecond)),
    });
  }
}

async function measure(viewers: number, perSecond: number, deflate: boolean): Promise<Measured> {
  await using server = await startServer({ cpu: SERVER_CPU });
  await showAll(server);
  return await measureFanOut(server, { viewers, seconds: secondsOr(10), perSecond, deflate });
}

/** CPU for making a frame's deflated form, with frames as they are sent. */
async function microsPerDeflating(perSecond: number): Promise<number> {
  await using server = await startServer();
  await showAll(server);
  await using audience = startAudience(server);
  await joinAll(audience, CROWD);
  await audience.talk({ kind: 'comment' }, perSecond);
  await sleep(1_000);
  const frames: { frame: SentFrame; before: EventState }[] = [];
  let state: EventState;
  const viewer = await joinRaw({
    port: server.port,
    event: 'demo',
    onSnapshot: (text) => void ({ state } = payloadIn(text) as Snapshot),
    onFrame(text) {
      const frame = payloadIn(text) as SentFrame;
      if (frame.comments.length > 0) frames.push({ frame, before: state });
      state = foldFrame(state, unpackFrame(frame));
    },
  });
  while (frames.length < FRAMES) await sleep(100);
  viewer.close();
  const messages = Array.from({ length: REPEATS }, () =>
    frames.map(({ frame, before }) => messageOf('frame', frame, before, () => CROWD)),
  ).flat();
  return microsOf(messages, (message) => message.deflated);
}

function microsOf(messages: readonly Message[], work: (message: Message) => void): number {
  const before = process.cpuUsage();
  for (const message of messages) work(message);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / messages.length;
}
