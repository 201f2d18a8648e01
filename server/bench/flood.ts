import { percentile, print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';
import { joinMany, joinRaw } from './lib/viewer.ts';

const VIEWERS = 1_000;
const PER_SECOND = 100;
const SECONDS = 30;

/** A busy room on the embedded engine: 1,000 viewers post 100 comments/s for 30 s, three times what is readable. */
export async function flood(): Promise<void> {
  await using server = await startServer({ cpu: 0 });
  let frames = 0;
  let comments = 0;
  let disconnects = 0;
  const delays: number[] = [];
  let isMeasuring = false;
  const viewers = await joinMany(VIEWERS, (index) =>
    joinRaw({
      port: server.port,
      event: 'demo',
      onFrame(text) {
        if (!isMeasuring) return;
        frames += 1;
        comments += text.split('"text":').length - 1;
        if (index % 50 === 0) delays.push(Date.now() - Number(/"t":(\d+)/.exec(text)?.[1]));
      },
      onClose: () => (disconnects += 1),
    }),
  );

  const outcomes = { accepted: 0, refused: 0 };
  const post = async (count: number): Promise<void> => {
    const viewer = viewers[count % VIEWERS];
    const answer = await viewer
      ?.send('comment:post', { text: `第 ${count} 条:今晚真精彩,继续加油!` })
      .catch(() => null);
    if (answer?.ok === true) outcomes.accepted += 1;
    else outcomes.refused += 1;
  };

  const cpuBefore = server.cpuSeconds();
  const startedAt = performance.now();
  isMeasuring = true;
  const sent: Promise<void>[] = [];
  while (sent.length < PER_SECOND * SECONDS) {
    const due = Math.min(
      PER_SECOND * SECONDS,
      Math.floor(((performance.now() - startedAt) / 1000) * PER_SECOND),
    );
    while (sent.length < due) sent.push(post(sent.length));
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
  await Promise.all(sent);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = server.cpuSeconds() - cpuBefore;
  isMeasuring = false;
  const lost = disconnects;
  for (const viewer of viewers) viewer.close();
  print({
    suite: 'flood',
    subject: 'embedded',
    viewers: VIEWERS,
    seconds: round(seconds),
    ...outcomes,
    disconnects: lost,
    serverCores: round(cpu / seconds, 3),
    framesPerViewerPerSecond: round(frames / VIEWERS / seconds, 2),
    shownPerViewerPerSecond: round(comments / VIEWERS / seconds, 1),
    shareShown: round(comments / VIEWERS / outcomes.accepted, 3),
    cpuMicrosPerFrame: round((cpu / frames) * 1e6, 1),
    cpuMicrosPerComment: round((cpu / comments) * 1e6, 2),
    p50Ms: percentile(delays, 0.5),
    p99Ms: percentile(delays, 0.99),
    rssMb: round(server.rssKb() / 1024, 0),
  });
}
