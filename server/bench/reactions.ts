import { setTimeout as sleep } from 'node:timers/promises';
import { startAudience } from './audience/audience.ts';
import { joinAll, measureTalk } from './lib/fan-out.ts';
import { rateOr, secondsOr, viewersOr } from './lib/options.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';

/** Each of 10,000 taps five times a second, and the page sends what was tapped in two seconds (`client/sdk/reactions.ts`). */
const TAPS_AT_ONCE = 10;
const SETTLED_MS = 8_000;

/** P7: 50,000 taps/s of five kinds from 10,000 viewers. Sums are exact; frames do not follow the taps. */
export async function reactions(): Promise<void> {
  const viewers = viewersOr(10_000);
  const tapsPerSecond = rateOr(50_000);
  await using server = await startServer({ cpu: SERVER_CPU });
  await using audience = startAudience(server);
  await joinAll(audience, viewers);
  const before = await tapsCounted(server.url);
  const { heard, cpuSeconds, figures } = await measureTalk(server, audience, {
    viewers,
    seconds: secondsOr(20),
    perSecond: tapsPerSecond / TAPS_AT_ONCE,
    line: { kind: 'taps', taps: TAPS_AT_ONCE },
  });
  await sleep(1_000);
  const { acceptedInAll } = await audience.report();
  const counted = await countedTaps(server.url, before + acceptedInAll * TAPS_AT_ONCE);
  print({
    suite: 'reactions',
    subject: 'xinli',
    ...figures,
    saidPerSecond: tapsPerSecond,
    acceptedPerSecond: Math.round((heard.accepted / heard.seconds) * TAPS_AT_ONCE),
    cpuMicrosPerTap: round((cpuSeconds / (heard.accepted * TAPS_AT_ONCE)) * 1e6, 2),
    cpuMicrosPerBatch: round((cpuSeconds / heard.accepted) * 1e6, 1),
    tapsAccepted: acceptedInAll * TAPS_AT_ONCE,
    tapsCounted: counted - before,
    ackP99Ms: heard.ackP99Ms,
  });
}

/** As a viewer sees them: a gauge takes up to two beats, of a second each where sending is dear. */
async function countedTaps(url: string, expected: number): Promise<number> {
  const startedAt = performance.now();
  let counted = await tapsCounted(url);
  while (counted !== expected && performance.now() - startedAt < SETTLED_MS) {
    await sleep(250);
    counted = await tapsCounted(url);
  }
  return counted;
}

async function tapsCounted(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/events/demo`);
  const { state } = (await answer.json()) as { state: { gauges: { reactions: Record<string, number> } } };
  return Object.values(state.gauges.reactions).reduce((sum, count) => sum + count, 0);
}
