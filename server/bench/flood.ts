import { setTimeout as sleep } from 'node:timers/promises';
import { type Audience, startAudience } from './audience/audience.ts';
import { joinAll, measureTalk } from './lib/fan-out.ts';
import { ratesOr, secondsOr, viewersOr } from './lib/options.ts';
import { print } from './lib/report.ts';
import { SERVER_CPU } from './lib/process.ts';
import { startServer } from './lib/server.ts';

/** P1: 10,000 viewers post 200, 500 and 1,000 comments/s. What is not readable is sampled; all is stored. */
export async function flood(): Promise<void> {
  const viewers = viewersOr(10_000);
  for (const perSecond of ratesOr([200, 500, 1_000])) {
    await using server = await startServer({ cpu: SERVER_CPU });
    await using audience = startAudience(server);
    await joinAll(audience, viewers);
    const calm = await calmBeat(server.url, audience);
    const seconds = secondsOr(perSecond === 500 ? 60 : 20);
    const { heard, figures } = await measureTalk(server, audience, { viewers, seconds, perSecond });
    const recovery = await recover(server.url, audience, calm.beatMs);
    const stored = await countComments(server.url);
    print({
      suite: 'flood',
      subject: 'xinli',
      ...figures,
      acceptedPerSecond: Math.round(heard.accepted / heard.seconds),
      ackP50Ms: heard.ackP50Ms,
      ackP99Ms: heard.ackP99Ms,
      ...(Object.keys(heard.refused).length > 0 && { refused: JSON.stringify(heard.refused) }),
      stored,
      ...recovery,
    });
  }
}

const CALM_PER_SECOND = 2;
const CALM_MS = 4_000;
const GIVEN_UP_MS = 20_000;

async function calmBeat(url: string, audience: Audience): Promise<Beat> {
  await audience.talk({ kind: 'comment' }, CALM_PER_SECOND);
  await sleep(CALM_MS);
  await audience.hush();
  return beatOf(url);
}

/** How long after the flood the beat is within a fifth of what it was before it, and nothing is sampled away. */
async function recover(url: string, audience: Audience, calmBeatMs: number): Promise<Record<string, number>> {
  const flooded = await beatOf(url);
  const endedAt = performance.now();
  await audience.talk({ kind: 'comment' }, CALM_PER_SECOND);
  let now = flooded;
  while (now.beatMs > calmBeatMs * 1.2 || now.oneIn > 1) {
    if (performance.now() - endedAt > GIVEN_UP_MS) break;
    await sleep(100);
    now = await beatOf(url);
  }
  const recoveredMs = Math.round(performance.now() - endedAt);
  return { calmBeatMs, floodBeatMs: flooded.beatMs, floodOneIn: flooded.oneIn, recoveredMs };
}

type Beat = { beatMs: number; oneIn: number };

async function beatOf(url: string): Promise<Beat> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number => {
    const found = new RegExp(`^${name}\\{[^}]*event="demo"[^}]*\\} (\\S+)`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`no ${name} in /metrics`);
    return Number(found);
  };
  return { beatMs: Math.round(read('xinli_beat_milliseconds')), oneIn: read('xinli_comments_per_shown') };
}

async function countComments(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/events/demo`);
  if (!answer.ok) return Number.NaN;
  const { state } = (await answer.json()) as { state?: { gauges: { viewers: { comments: number } } } };
  return state?.gauges.viewers.comments ?? Number.NaN;
}
