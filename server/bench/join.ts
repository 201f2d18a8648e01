import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '#shared/limits.ts';
import { startAudience } from './audience/audience.ts';
import type { Subject } from './lib/fan-out.ts';
import { viewersOr } from './lib/options.ts';
import { startPeer } from './lib/peer.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { rush } from './lib/rush.ts';
import { startServer } from './lib/server.ts';

/** What the event has been through before they come: a full list of comments, and some more coming in meanwhile. */
const BUSY = { firstViewers: 200, commentsPerSecond: 2 };

type Joins = { perSecond: number; perCore: number; microsEach: number };

/** All that a process has descriptors for, opened within two seconds. */
const AT_ONCE = { most: 19_000, seconds: 2 };
const OVERLOAD = 3;

/** P4: how fast an audience gets in: newcomers, then the same people again with their tokens, into a busy event. */
export async function join(): Promise<void> {
  const viewers = viewersOr(5_000);
  let plain: Joins | null = null;
  {
    await using peer = await startPeer('plain Socket.IO');
    if (peer !== null) plain = await comeIn(peer, viewers, 'plain Socket.IO', 'no token, no snapshot', null);
  }
  await using server = await startServer({ cpu: SERVER_CPU });
  await using crowd = startAudience(server);
  await crowd.join(BUSY.firstViewers, 500);
  await crowd.talk({ kind: 'comment' }, LIMITS.snapshotComments / 2);
  await sleep(3_000);
  await crowd.talk({ kind: 'comment' }, BUSY.commentsPerSecond);
  const { perSecond } = await comeIn(server, viewers, 'xinli', 'newcomers, then with tokens', plain);
  await rush(server, viewers, Math.round(perSecond * OVERLOAD), `${OVERLOAD} × as many as get in`);
  await sleep(3_000); // until those are gone
  const most = Math.min(AT_ONCE.most - BUSY.firstViewers, viewers * 4);
  await rush(server, most, Math.round(most / AT_ONCE.seconds), `all within ${AT_ONCE.seconds} s`);
}

async function comeIn(
  subject: Subject,
  viewers: number,
  name: string,
  who: string,
  plain: Joins | null,
): Promise<Joins> {
  await using audience = startAudience(subject);
  let last: Joins = { perSecond: 0, perCore: 0, microsEach: 0 };
  for (const wave of ['new', 'back'] as const) {
    await audience.clear();
    const cpuBefore = subject.cpuSeconds();
    const { joined, refused, reason, seconds } = await audience.join(viewers);
    const cpu = subject.cpuSeconds() - cpuBefore;
    const { audienceCores } = await audience.report();
    last = { perSecond: joined / seconds, perCore: joined / cpu, microsEach: (cpu / joined) * 1e6 };
    print({
      suite: 'join',
      subject: name,
      who: wave === 'new' ? (who.split(',')[0] as string) : `${who.split(',')[1]}`.trim(),
      viewers,
      joined,
      refused,
      ...(reason !== '' && { reason }),
      seconds: round(seconds),
      joinsPerSecond: Math.round(last.perSecond),
      joinsPerCore: Math.round(last.perCore),
      cpuMicrosPerJoin: Math.round(last.microsEach),
      ratioToPlain: round(last.perCore / (plain?.perCore ?? Number.NaN), 2),
      audienceCores: round(audienceCores, 2),
    });
    await audience.leave({ keepTokens: true });
    await sleep(2_000);
  }
  return last;
}
