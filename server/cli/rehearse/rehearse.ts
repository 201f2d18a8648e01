import type { EventState } from '#shared/model/state.ts';
import type { Api } from '../api.ts';
import { EXIT, Stop } from '../exit.ts';
import type { Terminal } from '../program.ts';
import { type Count, createCount } from './count.ts';
import { gatherCrowd } from './crowd.ts';
import { runShow } from './host.ts';
import { seatJury } from './jury.ts';
import { takeSeat } from './seat.ts';
import { commentsPerSecond } from './temper.ts';
import { makeTwin, type Run, runIn, stateOf, twinOf } from './twin.ts';
import type { Words } from './words.ts';

export type Asked = {
  url: string;
  event: string;
  viewers: number;
  /** Null is until it is interrupted. */
  seconds: number | null;
  commentsPerSecond: number | null;
  hasHost: boolean;
};

/** What the server counts is up to date this long after the last answer. */
const SETTLE_MS = 2_500;
const DAY_SECONDS = 86_400;

/** Deletes the rehearsal of an event. */
export async function clear(api: Api, { event }: Asked, terminal: Terminal, words: Words): Promise<void> {
  const twin = twinOf(event);
  const isThere = await answered(runIn(api, twin)('event:clear', {}));
  terminal.out(`${isThere ? words.cleared(twin) : words.nothingToClear(twin)}\n`);
}

/** A crowd comes to the twin of an event, which is made when it is not there, and leaves when it is told to. */
export async function rehearse(api: Api, asked: Asked, terminal: Terminal, words: Words): Promise<void> {
  const { url, viewers } = asked;
  const event = twinOf(asked.event);
  const isThere = await answered(stateOf(api, event));
  if (!isThere) await makeTwin(api, asked.event);
  terminal.out(`${isThere ? words.found(event) : words.made(event)}\n`);
  const run = runIn(api, event);
  await sayLinks(run, url, event, terminal, words);

  const chance = Math.random;
  const [crowdCount, juryCount, watcherCount] = [createCount(), createCount(), createCount()];
  const start = await stateOf(api, event);
  const plan = { url, event, run, chance };
  const jury = await seatJury({ ...plan, count: juryCount }, start);
  const pace = asked.commentsPerSecond ?? commentsPerSecond(viewers);
  const crowd = gatherCrowd({ ...plan, viewers, commentsPerSecond: pace, count: crowdCount });
  const show = asked.hasHost ? runShow(run, start) : null;

  const { token } = await run('token:create', { role: 'moderator', name: 'rehearsal' });
  const over = Promise.withResolvers<'time' | 'gone'>();
  const watcher = takeSeat(
    { url, event, token, count: watcherCount },
    {
      onState(state) {
        crowd.notice(state);
        jury.notice(state);
      },
      onGone: () => over.resolve('gone'),
    },
  );
  const startedAt = Date.now();
  const progress = setInterval(
    () => sayProgress({ startedAt, viewers, crowdCount, juryCount }, terminal, words),
    1_000,
  );
  if (asked.seconds !== null) setTimeout(() => over.resolve('time'), asked.seconds * 1_000).unref();
  terminal.interrupted?.().addEventListener('abort', () => over.resolve('time'));

  const why = await over.promise;
  clearInterval(progress);
  show?.stop();
  crowd.leave();
  jury.leave();
  watcher.leave();
  terminal.out('\n');
  if (why === 'gone') return terminal.out(`${words.gone}\n`);
  await new Promise((resolve) => void setTimeout(resolve, SETTLE_MS));
  sayBalance(crowdCount, start, await stateOf(api, event), terminal, words);
  const place = asked.event === 'demo' ? '' : ` --event ${asked.event}`;
  terminal.out(`${words.clearWith(`npm run rehearse --${place} --clear`)}\n`);
}

/** False when there is no such event. */
async function answered(asking: Promise<unknown>): Promise<boolean> {
  try {
    await asking;
    return true;
  } catch (error) {
    if (error instanceof Stop && error.exitCode === EXIT.notFound) return false;
    throw error;
  }
}

async function sayLinks(
  run: Run,
  url: string,
  event: string,
  terminal: Terminal,
  words: Words,
): Promise<void> {
  const key = { role: 'host', name: '彩排', expiresInSeconds: DAY_SECONDS } as const;
  const { token } = await run('token:create', key);
  const links = [
    `${words.viewer} ${url}/e/${event}`,
    `${words.stage} ${url}/stage/${event}`,
    `${words.host} ${url}/host/${event}#token=${token}`,
  ];
  terminal.out(`${links.map((link) => `  ${link}`).join('\n')}\n`);
}

type Going = { startedAt: number; viewers: number; crowdCount: Count; juryCount: Count };

/** One line that is written over where there is a screen, a line every ten seconds where there is a file. */
function sayProgress(
  { startedAt, viewers, crowdCount, juryCount }: Going,
  { err, isScreen = false }: Terminal,
  words: Words,
): void {
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  const line = words.progress({
    seconds,
    viewers,
    here: crowdCount.here,
    comments: crowdCount.accepted('comment:post'),
    reactions: crowdCount.accepted('reaction:send'),
    ballots: crowdCount.accepted('poll:vote') + crowdCount.accepted('contest:vote'),
    cards: juryCount.accepted('score:sign'),
    p95: crowdCount.within(0.95),
  });
  if (isScreen) err(`\r\u001B[K${line}`);
  else if (seconds % 10 === 0) err(`${line}\n`);
}

/** The crowd's own count beside the server's: on a rehearsal nobody else disturbs, they are equal. */
function sayBalance(
  count: Count,
  before: EventState,
  after: EventState,
  { out }: Terminal,
  words: Words,
): void {
  const since = (part: 'comments' | 'ballots'): number =>
    after.gauges.viewers[part] - before.gauges.viewers[part];
  const compare = (what: string, mine: number, theirs: number): void =>
    out(`${mine === theirs ? words.agrees(what, mine) : words.differs(what, mine, theirs)}\n`);
  compare(words.comments, count.accepted('comment:post'), since('comments'));
  compare(words.ballots, count.accepted('poll:vote') + count.accepted('contest:vote'), since('ballots'));
  out(`${words.answers(count.within(0.5), count.within(0.95), count.within(0.99))}\n`);
  const codes = [...count.refusals].map(([code, times]) => `${code} ${times}`).join(', ');
  if (codes !== '') out(`${words.refused(codes)}\n`);
  if (count.lost > 0) out(`${words.lost(count.lost)}\n`);
}
