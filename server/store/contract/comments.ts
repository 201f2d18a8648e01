import { expect, test } from 'vitest';
import type { CommentStatus } from '#shared/model/comment.ts';
import { CommentId } from '#shared/model/ids.ts';
import type { CommentPage, Store } from '../store.ts';
import type { Engine } from './engine.ts';
import { actorId, appendNext, commentOf, contest, gala, pulseOf } from './samples.ts';

const texts = async (store: Store, page: CommentPage): Promise<string[]> =>
  (await store.listComments(gala, page)).map(({ comment }) => comment.text);

/** Comments: all kept, in one order, at each author's pace. */
export function commentsContract(engine: Engine): void {
  test('positions are dense and ascending, however many arrive at once', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const outcomes = await Promise.all(
      Array.from({ length: 250 }, (_, index) =>
        (index % 2 ? other : node).store.addComment(gala, commentOf(`v${index}`, `${index}`), null),
      ),
    );
    const positions = outcomes.map((outcome) => (outcome.status === 'added' ? outcome.position : null));
    expect(positions.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 250 }, (_, index) => index + 1),
    );
    const listed = await node.store.listComments(gala, { order: 'oldest', limit: 500 });
    expect(listed.map(({ position }) => position)).toEqual(
      Array.from({ length: 250 }, (_, index) => index + 1),
    );
    for (const { position, comment } of listed) expect(positions[Number(comment.text)]).toBe(position);
  });

  test('comments that wait for company are recorded by the time a hurry is over', async () => {
    await using node = await engine.open();
    await node.store.hurryComments(gala, 250);
    await node.store.addComment(gala, commentOf('v1', 'first'), null);
    const waiting = ['second', 'third'].map(async (text) =>
      node.store.addComment(gala, commentOf('v1', text), null),
    );
    await node.store.hurryComments(gala, 250);
    expect(await texts(node.store, { order: 'oldest', limit: 10 })).toEqual(['first', 'second', 'third']);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(['added', 'added']);
  });

  test('a comment is found whole by its id', async () => {
    await using node = await engine.open();
    const text = 'a:"b"\\ \u0000\r\n新力 👩‍👩‍👧‍👦 1:shown:{}';
    const added = commentOf('v1', text, { status: 'held' });
    await node.store.addComment(gala, added, null);
    expect(await node.store.findComment(gala, added.comment.id)).toEqual({
      position: 1,
      comment: added.comment,
      status: 'held',
      review: null,
    });
    expect(await node.store.findComment(gala, CommentId.parse('none'))).toBeNull();
    expect(await node.store.findComment(contest, added.comment.id)).toBeNull();
    expect(await node.store.listComments(contest, { order: 'newest', limit: 10 })).toEqual([]);
  });

  test('the same command adds once and answers with what was recorded first', async () => {
    await using node = await engine.open();
    const first = commentOf('v1', 'first', { status: 'held', commandId: 'c1' });
    expect(await node.store.addComment(gala, first, null)).toEqual({ status: 'added', position: 1 });
    await appendNext(node.store, { comments: [{ id: first.comment.id, status: 'shown' }] });

    const again = commentOf('v1', 'second', { commandId: 'c1' });
    expect(await node.store.addComment(gala, again, { intervalMs: 3_600_000, burst: 1 })).toEqual({
      status: 'duplicate',
      inputHash: 'first',
      comment: first.comment,
      first: 'held',
    });
    const someoneElse = commentOf('v2', 'third', { commandId: 'c1' });
    expect(await node.store.addComment(gala, someoneElse, null)).toEqual({ status: 'added', position: 2 });
    expect((await node.store.pulse(gala, pulseOf())).viewers.comments).toBe(2);
  });

  test('100 simultaneous sends of one command add one comment', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const comment = commentOf('v1', 'once');
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? other : node).store.addComment(gala, comment, null),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'added')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'duplicate')).toHaveLength(99);
    expect(await texts(node.store, { order: 'newest', limit: 10 })).toEqual(['once']);
  });

  test('an author has a bucket of `burst`, and is told how long until it holds one again', async () => {
    await using node = await engine.open();
    const pace = { intervalMs: 3_600_000, burst: 3 };
    const add = (author: string) => node.store.addComment(gala, commentOf(author, 'hi'), pace);
    for (let position = 1; position <= 3; position += 1) {
      expect(await add('v1')).toEqual({ status: 'added', position });
    }
    const refused = await add('v1');
    const waitMs = refused.status === 'tooSoon' ? refused.retryAfterMs : 0;
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(pace.intervalMs);
    expect(await add('v2')).toEqual({ status: 'added', position: 4 });
    expect(await node.store.addComment(gala, commentOf('v1', 'host says'), null)).toEqual({
      status: 'added',
      position: 5,
    });
  });

  test('the bucket fills by one each interval', async () => {
    await using node = await engine.open();
    const pace = { intervalMs: 40, burst: 1 };
    const add = () => node.store.addComment(gala, commentOf('v1', 'hi'), pace);
    const added = [await add()];
    while (added.length < 3) {
      const outcome = await add();
      if (outcome.status === 'tooSoon') await node.pass(outcome.retryAfterMs);
      else added.push(outcome);
    }
    expect(added.map(({ status }) => status)).toEqual(['added', 'added', 'added']);
  });

  test('a refused comment leaves no trace', async () => {
    await using node = await engine.open();
    const pace = { intervalMs: 3_600_000, burst: 1 };
    await node.store.addComment(gala, commentOf('v1', 'one'), pace);
    const refused = commentOf('v1', 'two');
    expect((await node.store.addComment(gala, refused, pace)).status).toBe('tooSoon');
    expect(await node.store.findComment(gala, refused.comment.id)).toBeNull();
    expect(await node.store.addComment(gala, refused, null)).toEqual({ status: 'added', position: 2 });
  });

  test('pages go both ways from any position', async () => {
    await using node = await engine.open();
    for (let n = 1; n <= 7; n += 1) await node.store.addComment(gala, commentOf('v1', `${n}`), null);
    expect(await texts(node.store, { order: 'newest', limit: 3 })).toEqual(['7', '6', '5']);
    expect(await texts(node.store, { order: 'newest', limit: 3, before: 5 })).toEqual(['4', '3', '2']);
    expect(await texts(node.store, { order: 'newest', limit: 3, before: 2 })).toEqual(['1']);
    expect(await texts(node.store, { order: 'newest', limit: 3, before: 1 })).toEqual([]);
    expect(await texts(node.store, { order: 'oldest', limit: 3 })).toEqual(['1', '2', '3']);
    expect(await texts(node.store, { order: 'oldest', limit: 3, after: 3 })).toEqual(['4', '5', '6']);
    expect(await texts(node.store, { order: 'oldest', limit: 3, after: 6 })).toEqual(['7']);
    expect(await texts(node.store, { order: 'oldest', limit: 3, after: 7 })).toEqual([]);
  });

  test('a change of status, with the facts that say so, moves a comment between listings', async () => {
    await using node = await engine.open();
    const statuses: CommentStatus[] = ['held', 'shown', 'held', 'selfOnly', 'shown', 'held'];
    const added = statuses.map((status, index) => commentOf('v1', `${index + 1}`, { status }));
    for (const comment of added) await node.store.addComment(gala, comment, null);
    expect(await texts(node.store, { status: 'held', order: 'oldest', limit: 2 })).toEqual(['1', '3']);
    expect(await texts(node.store, { status: 'held', order: 'oldest', limit: 2, after: 3 })).toEqual(['6']);

    const [one, two, three] = added.map(({ comment }) => comment.id);
    if (!one || !two || !three) throw new Error('Six comments were added.');
    await appendNext(node.store, {
      comments: [
        { id: one, status: 'rejected' },
        { id: two, status: 'hidden' },
        { id: three, status: 'shown' },
        { id: CommentId.parse('none'), status: 'shown' },
      ],
    });
    expect(await texts(node.store, { status: 'held', order: 'oldest', limit: 9 })).toEqual(['6']);
    expect(await texts(node.store, { status: 'shown', order: 'newest', limit: 9 })).toEqual(['5', '3']);
    expect(await texts(node.store, { status: 'shown', order: 'newest', limit: 9, before: 5 })).toEqual(['3']);
    expect(await texts(node.store, { status: 'hidden', order: 'oldest', limit: 9 })).toEqual(['2']);
    expect(await texts(node.store, { status: 'rejected', order: 'oldest', limit: 9 })).toEqual(['1']);
    expect(await texts(node.store, { order: 'oldest', limit: 9 })).toEqual(['1', '2', '3', '4', '5', '6']);
    expect((await node.store.findComment(gala, one))?.status).toBe('rejected');
  });

  test('what the desk is told of a comment stands apart from it', async () => {
    await using node = await engine.open();
    const review = { words: ['x'], isFirst: true, dueAt: null };
    const added = commentOf('v1', 'hm', { status: 'held', review });
    await node.store.addComment(gala, added, null);
    const found = await node.store.findComment(gala, added.comment.id);
    expect(found).toEqual({ position: 1, comment: added.comment, status: 'held', review });
    expect(found?.comment).not.toHaveProperty('review');
  });

  test('delayed comments are released when due, in order, each to one caller', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const now = await node.now();
    const delayed = (text: string, dueAt: number) =>
      commentOf('v1', text, { status: 'delayed', review: { words: [], isFirst: false, dueAt } });
    for (let n = 1; n <= 20; n += 1) await node.store.addComment(gala, delayed(`${n}`, now - 1), null);
    await node.store.addComment(gala, delayed('later', now + 3_600_000), null);
    await node.store.addComment(gala, delayed('behind it', now - 1), null);
    const asked = Array.from({ length: 8 }, (_, index) => (index % 2 ? other : node).store);
    const released = (await Promise.all(asked.map((store) => store.releaseComments(gala, 5)))).flat();
    expect(released.map(({ text }) => text).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => `${index + 1}`),
    );
    expect(released[0]).not.toHaveProperty('review');
    expect(await texts(node.store, { status: 'delayed', order: 'oldest', limit: 9 })).toEqual([
      'later',
      'behind it',
    ]);
    expect(await texts(node.store, { status: 'shown', order: 'oldest', limit: 2 })).toEqual(['1', '2']);
    expect(await node.store.releaseComments(contest, 5)).toEqual([]);
  });

  test('a delayed comment that was hidden meanwhile is not released', async () => {
    await using node = await engine.open();
    const review = { words: [], isFirst: false, dueAt: (await node.now()) - 1 };
    const added = commentOf('v1', 'no', { status: 'delayed', review });
    await node.store.addComment(gala, added, null);
    await appendNext(node.store, { comments: [{ id: added.comment.id, status: 'hidden' }] });
    expect(await node.store.releaseComments(gala, 5)).toEqual([]);
    expect((await node.store.findComment(gala, added.comment.id))?.status).toBe('hidden');
  });

  test('an author is known while the last that was decided was in their favour', async () => {
    await using node = await engine.open();
    const known = (author: string) => node.store.isKnownAuthor(gala, actorId(author));
    const [held, shown] = [commentOf('v1', 'a', { status: 'held' }), commentOf('v2', 'b')];
    expect(await known('v1')).toBe(false);
    for (const comment of [held, shown]) await node.store.addComment(gala, comment, null);
    expect([await known('v1'), await known('v2'), await known('v3')]).toEqual([false, true, false]);
    await appendNext(node.store, { comments: [{ id: held.comment.id, status: 'shown' }] });
    expect(await known('v1')).toBe(true);
    await appendNext(node.store, {
      comments: [
        { id: held.comment.id, status: 'held' },
        { id: shown.comment.id, status: 'hidden' },
      ],
    });
    expect([await known('v1'), await known('v2')]).toEqual([false, false]);
  });
}
