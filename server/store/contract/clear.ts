import { expect, test } from 'vitest';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Store } from '../store.ts';
import type { Engine } from './engine.ts';
import { actorId, appendNext, commentOf, contest, gala, openBox, pulseOf } from './samples.ts';

/** Something of every kind that an event can hold. */
async function fill(store: Store, slug: EventSlug) {
  const command = { actorId: actorId('host'), commandId: 'c', inputHash: 'h', output: { ok: 1 } };
  await appendNext(store, { command }, slug);
  const pollId = await openBox(store, { multiple: 2 }, slug);
  await store.castBallots(slug, [{ pollId, viewer: 3, choice: [0, 1] }]);
  const comments = [commentOf('v1', 'shown'), commentOf('v2', 'held', { status: 'held' })];
  for (const comment of comments) await store.addComment(slug, comment, null);
  await store.reserveViewers(slug, 32);
  const pulse = pulseOf({ online: 7, arrived: [1, 2], reactions: { fire: 5 }, reactionBatches: 2 });
  await store.pulse(slug, pulse);
  return { pollId, comments };
}

/** All that can be read of it. */
async function traces(store: Store, slug: EventSlug, { pollId, comments }: Awaited<ReturnType<typeof fill>>) {
  const [first] = comments;
  return {
    isListed: (await store.listEvents()).some((event) => event.slug === slug),
    log: await store.readLog(slug, 0),
    command: await store.findCommand(slug, actorId('host'), 'c'),
    comment: first && (await store.findComment(slug, first.comment.id)),
    comments: (await store.listComments(slug, { order: 'oldest', limit: 10 })).length,
    held: (await store.listComments(slug, { order: 'newest', status: 'held', limit: 10 })).length,
    ballots: (await store.readBallots(slug, 3, [pollId])).size,
    tallies: (await store.readTallies(slug, [pollId])).size,
  };
}

const none = {
  isListed: false,
  log: null,
  command: null,
  comment: null,
  comments: 0,
  held: 0,
  ballots: 0,
  tallies: 0,
};
const zero = { online: 0, peak: 0, unique: 0, visits: 0, participations: 0, comments: 0, ballots: 0 };

/** What a rehearsal leaves behind once it is cleared: nothing, and everything of the others. */
export function clearContract(engine: Engine): void {
  test('nothing of a cleared event is left, and its name begins again at one', async () => {
    await using node = await engine.open();
    const { store } = node;
    const what = await fill(store, gala);
    expect(await traces(store, gala, what)).toMatchObject({
      isListed: true,
      comments: 2,
      held: 1,
      ballots: 1,
    });

    await store.clearEvent(gala, [what.pollId]);
    expect(await traces(store, gala, what)).toEqual(none);
    const pulse = await store.pulse(gala, pulseOf());
    expect(pulse).toMatchObject({ tip: { epoch: '', seq: 0 }, viewers: zero, reactions: { fire: 0 } });
    expect(await store.reserveViewers(gala, 1)).toBe(1);

    const again = await fill(store, gala);
    const [newest] = await store.listComments(gala, { order: 'newest', limit: 1 });
    expect(newest?.position).toBe(2);
    expect(await traces(store, gala, again)).toMatchObject({ isListed: true, comments: 2, tallies: 1 });
    expect((await store.pulse(gala, pulseOf())).viewers.unique).toBe(2);
  });

  test('clearing one event touches no other, and clearing none is nothing', async () => {
    await using node = await engine.open();
    const { store } = node;
    const what = await fill(store, gala);
    const other = await fill(store, contest);
    const before = await traces(store, contest, other);
    await store.clearEvent(gala, [what.pollId, other.pollId]);
    await store.clearEvent(gala, []);
    expect(await traces(store, contest, other)).toEqual(before);
    const { viewers, reactions } = await store.pulse(contest, pulseOf({ node: 'b' }));
    expect(viewers).toMatchObject({ online: 7, unique: 2, participations: 5 });
    expect(reactions.fire).toBe(5);
  });
}
