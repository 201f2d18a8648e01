import { setTimeout as sleep } from 'node:timers/promises';
import { type Audience, startAudience } from './audience/audience.ts';
import { type Connection, connect } from './audience/connection.ts';
import { joinAll, type Load, measureTalk } from './lib/fan-out.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { countWrongTallies, HALL, openPolls, startVoters } from './votes.ts';

const PER_SECOND = 40;
const TURN_MS = 20;
const FLOOD_PER_SECOND = 1_000;
/** As large as a message may be, and as often as a byte budget allows for a while. */
const LARGE = { bytes: 16_000, perSecond: 20 };
/** When the hall votes, counted from the start of its window. */
const VOTE_AFTER_MS = 4_000;

/**
 * Clients that misbehave, beside a room that does not: each for some seconds, with what the room had in the same
 * minutes without them. They are cut, and come back at once with their token, for as long as they are measured.
 */
export async function hostile(): Promise<void> {
  const viewers = viewersOr(3_000);
  await using server = await startServer({ cpu: SERVER_CPU });
  await using audience = startAudience(server);
  await joinAll(audience, viewers);
  const load = { viewers, seconds: secondsOr(10), perSecond: PER_SECOND };
  const { port } = server;
  await beside('one viewer sending 1,000/s', server, audience, load, () =>
    pester(port, FLOOD_PER_SECOND, (count) => ['reaction:send', { kind: 'like', count: 1 + (count % 9) }]),
  );
  await beside('one viewer posting 16 KB', server, audience, load, () =>
    pester(port, LARGE.perSecond, () => ['comment:post', { text: 'x'.repeat(LARGE.bytes) }]),
  );
  await besideAHall(server, audience, load);
}

/** What one who misbehaves came to. */
type Pest = { stop(): Record<string, number> };

async function beside(
  what: string,
  server: BenchServer,
  audience: Audience,
  load: Load,
  begin: () => Pest,
): Promise<void> {
  const calm = await measureTalk(server, audience, load);
  const pest = begin();
  const disturbed = await measureTalk(server, audience, load);
  print({ suite: 'hostile', subject: `xinli, ${what}`, ...compare(calm, disturbed), ...pest.stop() });
}

/** 2,000 others behind one address, all voting within one second, while the room goes on. */
async function besideAHall(server: BenchServer, audience: Audience, load: Load): Promise<void> {
  const polls = await openPolls(server, 1);
  const perSecond = HALL.perSecond;
  const task = { port: server.port, viewers: HALL.viewers, polls, perSecond, repeats: 0.1, lostAcks: 0.05 };
  await using hall = await startVoters(task);
  const calm = await measureTalk(server, audience, { ...load, seconds: 3 });
  const voting = sleep(VOTE_AFTER_MS).then(() => hall.vote());
  const disturbed = await measureTalk(server, audience, { ...load, seconds: 3 });
  const { answers, seconds, p99Ms } = await voting;
  print({
    suite: 'hostile',
    subject: 'xinli, 2,000 behind one address voting within a second',
    ...compare(calm, disturbed),
    answers,
    votedWithinSeconds: round(seconds),
    voteP99Ms: round(p99Ms),
    wrongTallies: await countWrongTallies(server, polls, HALL.viewers),
  });
}

type Measured = Awaited<ReturnType<typeof measureTalk>>;

const compare = (calm: Measured, disturbed: Measured): Record<string, string | number> => {
  const of = ({ heard, figures }: Measured): Record<string, number> => ({
    serverCores: Number(figures['serverCores']),
    framesPerSecond: Number(figures['framesPerSecond']),
    commentsPerSecond: Number(figures['commentsPerSecond']),
    p50Ms: heard.p50Ms,
    p99Ms: heard.p99Ms,
    ackP99Ms: heard.ackP99Ms,
    disconnects: heard.disconnects,
  });
  const before = of(calm);
  return Object.fromEntries(
    Object.entries(of(disturbed)).flatMap(([name, value]): [string, number][] => [
      [name, value],
      [`${name}Calm`, before[name] ?? Number.NaN],
    ]),
  );
};

/** One viewer that says too much, and comes back whenever it is cut. */
function pester(port: number, perSecond: number, lineOf: (count: number) => [string, object]): Pest {
  const path = '/socket.io/?EIO=4&transport=websocket';
  const target = { port, dialect: 'xinli', path, event: 'demo', deflate: false } as const;
  let [said, answered, cuts, isIn, isOver, token] = [0, 0, 0, false, false, ''];
  let connection: Connection;
  const come = (): void => {
    connection = connect(target, 0, token, {
      joined: () => void (isIn = true),
      refused: () => void (isOver || setTimeout(come, TURN_MS)),
      pictured: () => undefined,
      heard: () => undefined,
      answered: () => void (answered += 1),
      closed() {
        [isIn, token] = [false, connection.token];
        cuts += 1;
        if (!isOver) come();
      },
    });
  };
  come();
  const pace = setInterval(() => {
    if (!isIn) return;
    for (let turn = 0; turn < (perSecond * TURN_MS) / 1000; turn += 1) {
      connection.say(`42${said}${JSON.stringify(lineOf(said))}`);
      said += 1;
    }
  }, TURN_MS);
  return {
    stop() {
      isOver = true;
      clearInterval(pace);
      connection.hangUp();
      return { rudeMessages: said, rudeAnswered: answered, rudeCuts: cuts };
    },
  };
}
