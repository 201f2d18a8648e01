import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import { ActorId, CommentId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Deflated, SentFrame, Snapshot } from '#shared/protocol/updates.ts';
import { frameFrom, snapshotFrom } from '#shared/rules/deflated.ts';
import { blankState, foldFrame } from '#shared/rules/fold.ts';
import type { FactRecord } from '../store/store.ts';
import { createAudience } from './audience.ts';
import { nextTurn } from './broadcast.ts';
import { Reader } from './reader.ts';

/** A viewer's page: the snapshot, and every frame folded into it. */
class Page extends Reader {
  state: EventState = blankState;
  frames = 0;
  bytes = 0;
  epochs: string[] = [];

  constructor(deflate = false) {
    const socket = Object.assign(new EventEmitter(), { writableLength: 0, write: () => true });
    super(socket as unknown as Socket);
    this.deflate = deflate;
  }
  override put(message: Buffer): void {
    const [name, payload] = eventIn(message);
    if (name === 'snapshot') this.state = snapshotFrom(payload as Snapshot | Deflated).state;
    if (name !== 'frame') return;
    const frame = frameFrom(payload as SentFrame | Deflated, this.state);
    this.state = foldFrame(this.state, frame);
    this.epochs.push(frame.epoch);
    this.frames += 1;
    this.bytes += message.length;
  }
  protected affords(): boolean {
    return true;
  }
  protected onText(): void {}
  protected onGone(): void {}
  protected onEnded(): void {}
}

/** A text frame; or the text that announces bytes, and those. */
function eventIn(message: Buffer): [name: string, payload: unknown] {
  const length = message[1] as number;
  if (message[length + 2] !== 0x82 || length > 125)
    return JSON.parse(message.subarray(message.indexOf('[')).toString()) as [string, unknown];
  const [, name = ''] = /"(\w+)"/.exec(message.toString('latin1')) ?? [];
  const size = (message[length + 3] as number) < 126 ? 2 : 4;
  return [name, message.subarray(2 + length + size)];
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
    await desk.flush('all');
    desk.hear([{ ...hidden('held'), type: 'comment:approved' } as FactRecord]);
    await desk.flush('all');
    expect(desk.state.desk.held).toEqual([]);
  });

  test('is one cohort while it is small, and some of a thousand or two when it is large', () => {
    expect(hall(1_000).audience.cohorts).toBe(1);
    const { audience, pages } = hall(3_000);
    expect([audience.cohorts, audience.size]).toEqual([3, 3_000]);
    for (const page of pages) audience.leave(page);
    expect(audience.size).toBe(0);
  });

  test('hears in turns, each its own frame, and all have one state after a round', async () => {
    const { audience, pages } = hall(3_000);
    audience.take([comment('first', 1)]);
    await audience.flush(0);
    audience.take([comment('second', 2)]);
    await audience.flush(1);
    const late = new Page();
    audience.join(late);
    await audience.flush(2);
    await audience.flush(0);
    expect(pages.map(texts)).toEqual(pages.map(() => ['first', 'second']));
    expect(texts(late)).toEqual(['first', 'second']);
    expect(new Set(pages.map(({ frames }) => frames))).toEqual(new Set([1, 2]));
  });

  test('is written to a slice at a time, also when all of it is', async () => {
    const { audience, pages } = hall(3_000);
    audience.take([comment('first', 1)]);
    const flushing = audience.flush('all');
    const written: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      written.push(pages.filter(({ frames }) => frames > 0).length);
      await nextTurn();
    }
    await flushing;
    const inOneTurn = written.map((count, index) => count - (written[index - 1] ?? 0));
    expect(Math.max(...inOneTurn)).toBeLessThanOrEqual(400); // the end of one cohort and the beginning of the next
    expect(pages.every(({ frames }) => frames === 1)).toBe(true);
  });

  test('shows nobody what was hidden before their turn came', async () => {
    const { audience, pages } = hall(3_000);
    audience.take([comment('rude', 1), comment('kind', 2)]);
    await audience.flush(0);
    audience.hear([hidden('rude')]);
    await audience.flush('all');
    expect(pages.map(texts)).toEqual(pages.map(() => ['kind']));
  });

  test('of many has its frames deflated, who can read them; of few nobody has', async () => {
    const long = (name: string): Comment => ({
      ...comment(name, 1),
      text: `${name} 前排打卡,从南山赶来 `.repeat(8),
    });
    for (const [size, isSmaller] of [
      [80, true],
      [20, false],
    ] as const) {
      const { audience, pages } = hall(size);
      const reader = new Page(true);
      audience.join(reader);
      for (const name of ['first', 'second', 'third']) {
        audience.take([long(name)]);
        await audience.flush('all');
      }
      expect(reader.state).toEqual(pages[0]?.state);
      expect(reader.state.comments).toHaveLength(3);
      expect(reader.bytes < (pages[0]?.bytes ?? 0) / 2).toBe(isSmaller);
    }
  });

  test('a snapshot in the middle of a frame stands for the rest of it', async () => {
    const { audience, pages } = hall(1_200);
    audience.take([comment('old', 1)]);
    const flushing = audience.flush('all');
    const left = pages.at(-1) as Page;
    audience.leave(left);
    audience.reset('e2', { ...blankState, comments: [comment('new', 2)] }, 7);
    await flushing;
    expect(pages.slice(0, -1).map(texts)).toEqual(pages.slice(1).map(() => ['new']));
    expect([pages[0]?.frames, pages[1_000]?.frames, left.frames]).toEqual([1, 0, 0]);
  });

  test('a cohort whose turn comes after a new log has its epoch', async () => {
    const { audience, pages } = hall(3_000);
    audience.take([comment('old', 1)]);
    const flushing = audience.flush('all');
    audience.reset('e2', blankState, 0);
    audience.take([comment('new', 2)]);
    await flushing;
    await audience.flush('all');
    expect(new Set(pages.map(({ epochs }) => epochs.at(-1)))).toEqual(new Set(['e2']));
    expect(pages.flatMap(({ epochs }) => epochs).filter((epoch) => epoch === 'e')).toHaveLength(200);
    expect(pages.map(texts)).toEqual(pages.map(() => ['new']));
  });

  test('a cohort that is made in between waits for what the others wait for', async () => {
    const { audience } = hall(1_250);
    audience.take([comment('waiting', 1)]);
    const newcomer = new Page();
    audience.join(newcomer);
    expect([audience.cohorts, texts(newcomer)]).toEqual([2, []]);
    await audience.flush(1);
    expect(texts(newcomer)).toEqual(['waiting']);
  });
});
