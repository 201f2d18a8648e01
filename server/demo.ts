import type { Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { App } from './app.ts';
import {
  CONTEST,
  CONTESTANTS,
  EVENT,
  ITEMS_DONE,
  JUDGES,
  POLLS,
  RUNDOWN,
  VOICES,
  WELCOME,
} from './demo-content.ts';
import { CLIP } from './http/clip.ts';
import { viewerId } from './lib/ids.ts';

export const DEMO = EventSlug.parse('demo');

const admin: Actor = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null };
const host: Actor = { id: ActorId.parse('demo-host'), role: 'host', name: '主持人林岚', number: null };

/** A judge of the demo contest, and the code that pairs a tablet with them. */
export type Invitation = { name: string; code: string };

type Run = <N extends CommandName>(name: N, input: RawInput<N>, by?: Actor) => Promise<Output<N>>;

/**
 * The event a first start brings up, so that there is something to look at: live, with a picture, a poll that is open and
 * two to open, a speech contest in its final round, and some who have spoken. Returns its judges' invitations; none when
 * another node has made it in the same moment.
 */
export async function createDemo({ execute, store }: Pick<App, 'execute' | 'store'>): Promise<Invitation[]> {
  const run: Run = async (name, input, by = admin) => {
    const ack = await execute(DEMO, name, by, input);
    if (!ack.ok) throw new Error(`the demo event: ${ack.error.code} ${ack.error.message}`);
    return ack.data as Output<typeof name>;
  };
  const stream = { kind: 'hls', url: CLIP };
  const created = await execute(DEMO, 'event:create', admin, {
    slug: DEMO,
    ...EVENT,
    status: 'live',
    stream,
  });
  if (!created.ok && created.error.code === 'EXISTS') return [];
  if (!created.ok) throw new Error(`the demo event: ${created.error.code} ${created.error.message}`);

  await run('rundown:set', { items: RUNDOWN });
  for (let item = 0; item <= ITEMS_DONE; item += 1) await run('rundown:go', {});
  for (const [index, { options, ...poll }] of POLLS.entries()) {
    const { pollId } = await run('poll:create', { ...poll, options: [...options] });
    if (index === 0) await run('poll:open', { pollId });
  }
  const invitations = await createContest(run);

  const { id: commentId } = await run('comment:post', { text: WELCOME }, host);
  await run('comment:pin', { commentId }, host);
  const first = await store.reserveViewers(DEMO, VOICES.length);
  for (const [index, [name, text]] of VOICES.entries()) {
    const number = first + index;
    await run('comment:post', { text }, { id: viewerId(number), role: 'viewer', name, number });
  }
  return invitations;
}

/** A final 决赛 that is open: six speeches, five judges, the audience's vote still to be opened. */
async function createContest(run: Run): Promise<Invitation[]> {
  await run('contest:setup', { title: CONTEST });
  const entries = [];
  for (const { speech, ...person } of CONTESTANTS) {
    const { id } = await run('contestant:put', person);
    entries.push({ id, title: speech });
  }
  const invitations: Invitation[] = [];
  const panel = [];
  for (const [index, name] of JUDGES.entries()) {
    const { id } = await run('judge:put', { name, organisation: '评委会', isHead: index === 0 });
    const { code } = await run('judge:invite', { judgeId: id, validForSeconds: 7 * 86_400 });
    panel.push(id);
    invitations.push({ name, code });
  }
  const { id: roundId } = await run('round:put', { title: '决赛', entries, panel, preset: 'speech' });
  await run('round:open', { roundId });
  await run('entry:call', { roundId, entryId: entries[0]?.id ?? null });
  return invitations;
}
