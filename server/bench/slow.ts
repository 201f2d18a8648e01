import { readFileSync } from 'node:fs';
import { startAudience } from './audience/audience.ts';
import { joinAll, measureTalk } from './lib/fan-out.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';

const PER_SECOND = 100;
const STOPPED = 0.01;
const SLOW = { share: 0.05, bytesPerSecond: 2_048 };

/** P13: one viewer in a hundred stops reading, one in twenty reads 2 KB/s; then half of all read nothing. */
export async function slow(): Promise<void> {
  const viewers = viewersOr(5_000);
  const load = { viewers, seconds: secondsOr(20), perSecond: PER_SECOND };
  for (const part of ['a few', 'half'] as const) {
    await using server = await startServer({ cpu: SERVER_CPU });
    await using audience = startAudience(server);
    await joinAll(audience, viewers);
    const before = await measureTalk(server, audience, load);
    const rssBefore = server.rssKb();
    const stopped = Math.round(viewers * (part === 'half' ? 0.5 : STOPPED));
    const creeping = part === 'half' ? 0 : Math.round(viewers * SLOW.share);
    // The last ones of all are those who stop.
    if (creeping > 0) await audience.slow(creeping + stopped, SLOW.bytesPerSecond);
    await audience.slow(stopped, 0);
    const after = await measureTalk(server, audience, { ...load, viewers: viewers - stopped - creeping });
    const rssKbPerSlow = (server.rssKb() - rssBefore) / (stopped + creeping);
    print({
      suite: 'slow',
      subject: 'xinli',
      ...after.figures,
      stoppedReading: stopped,
      readingSlowly: creeping,
      rssKbPerSlowViewer: round(rssKbPerSlow),
      kernelSocketMb: kernelSocketMb(),
      p99MsBefore: before.heard.p99Ms,
      serverCoresBefore: before.figures['serverCores'] ?? Number.NaN,
      cutOff: after.heard.disconnects,
    });
  }
}

/** What the kernel holds in TCP buffers, of both ends of every connection of this machine. */
const kernelSocketMb = (): number =>
  round((Number(/^TCP: .* mem (\d+)/m.exec(readFileSync('/proc/net/sockstat', 'utf8'))?.[1]) * 4) / 1024);
