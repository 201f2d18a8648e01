import { measureFanOut } from './lib/fan-out.ts';
import { ratesOr, secondsOr, viewersOr } from './lib/options.ts';
import { print } from './lib/report.ts';
import { SERVER_CPU } from './lib/process.ts';
import { startServer } from './lib/server.ts';

/** P1: 10,000 viewers post 200, 500 and 1,000 comments/s. What is not readable is sampled; all is stored. */
export async function flood(): Promise<void> {
  const viewers = viewersOr(10_000);
  for (const perSecond of ratesOr([200, 500, 1_000])) {
    await using server = await startServer({ cpu: SERVER_CPU });
    const { heard, figures } = await measureFanOut(server, {
      viewers,
      seconds: secondsOr(perSecond === 500 ? 60 : 20),
      perSecond,
    });
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
    });
  }
}

async function countComments(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/events/demo`);
  if (!answer.ok) return Number.NaN;
  const { state } = (await answer.json()) as { state?: { gauges: { viewers: { comments: number } } } };
  return state?.gauges.viewers.comments ?? Number.NaN;
}
