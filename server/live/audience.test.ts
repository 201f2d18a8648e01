import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import { ActorId, CommentId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { SentFrame } from '#shared/protocol/updates.ts';
import { blankState, foldFrame } from '#shared/rules/fold.ts';
import { unpackFrame } from '#shared/rules/frames.ts';
import type { FactRecord } from '../store/store.ts';
import { createAudience } from './audience.ts';
import { Reader } from './reader.ts';

/** A viewer's page: the snapshot, and every frame folded into it. */
class Page extends Reader {
  state: EventState = blankState;
  frames = 0;

  constructor() {
    const socket = Object.assign(new EventEmitter(), { writableLength: 0, write: () => true });
    super(socket as unknown as Socket);
  }
  override put(frame: Buffer): void {
    const from = frame.indexOf('[');
    const [name, payload] = JSON.parse(frame.subarray(from).toString()) as [
      string,
      SentFrame & { state: EventState },
    ];
    if (name === 'snapshot') this.state = payload.state;
    else this.state = foldFrame(this.state, unpackFrame(payload));
    this.frames += name === 'frame' ? 1 : 0;
  }
  protected affords(): boolean {
    return true;
  }
  protected onText(): void {}
  protected onGone(): void {}
  protected onEnded(): void {}
}

const comment = (name: string, at: number): Comment => ({
  id: CommentId.parse(name),
  text: name,
  at,
  author: { id: ActorId.parse('a'), name: 'a', role: 'viewer' },
});
const hidden = (name: string): FactRecord => ({
  seq: 1,
  at: 5,
  by: 'host',
  hash: '',
  type: 'comment:hidden',
  payload: { commentId: CommentId.parse(name) },
});
const texts = ({ state }: Page): string[] => state.comments.map(({ text }) => text);

function hall(size: number) {
  const audience = createAudience(
    'public',
    { epoch: 'e', state: blankState, revision: 0 },
    { frames() {}, snapshot() {} },
  );
  const pages = Array.from({ length: size }, () => new Page());
  for (const page of pages) audience.join(page);
  return { audience, pages };
}

describe('an audience', () => {
  test('of nobody hears each beat as it was: what a beat brought, the next may decide', async () => {
    const desk = createAudience(
      'staff',
      { epoch: 'e', state: blankState, revision: 0 },
      { frames() {}, snapshot() {} },
    );
    desk.take([{ ...comment('held', 1), held: true }]);
    await desk.flush('e', 'all');
    desk.hear([{ ...hidden('held'), type: 'comment:approved' } as FactRecord]);
    await desk.flush('e', 'all');
    expect(desk.state.desk.held).toEqual([]);
  });

  test('is one cohort while it is small, and some of a few thousand when it is large', () => {
    expect(hall(2_000).audience.cohorts).toBe(1);
    const { audience, pages } = hall(6_000);
    expect([audience.cohorts, audience.size]).toEqual([3, 6_000]);
    for (const page of pages) audience.leave(page);
    expect(audience.size).toBe(0);
  });

  test('hears in turns, each its own frame, and all have one state after a round', async () => {
    const { audience, pages } = hall(6_000);
    audience.take([comment('first', 1)]);
    await audience.flush('e', 0);
    audience.take([comment('second', 2)]);
    await audience.flush('e', 1);
    const late = new Page();
    audience.join(late);
    await audience.flush('e', 2);
    await audience.flush('e', 0);
    expect(pages.map(texts)).toEqual(pages.map(() => ['first', 'second']));
    expect(texts(late)).toEqual(['first', 'second']);
    expect(new Set(pages.map(({ frames }) => frames))).toEqual(new Set([1, 2]));
  });

  test('shows nobody what was hidden before their turn came', async () => {
    const { audience, pages } = hall(6_000);
    audience.take([comment('rude', 1), comment('kind', 2)]);
    await audience.flush('e', 0);
    audience.hear([hidden('rude')]);
    await audience.flush('e', 'all');
    expect(pages.map(texts)).toEqual(pages.map(() => ['kind']));
  });

  test('a cohort that is made in between waits for what the others wait for', async () => {
    const { audience } = hall(2_500);
    audience.take([comment('waiting', 1)]);
    const newcomer = new Page();
    audience.join(newcomer);
    expect([audience.cohorts, texts(newcomer)]).toEqual([2, []]);
    await audience.flush('e', 1);
    expect(texts(newcomer)).toEqual(['waiting']);
  });
});
