import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { EventInfo } from '#shared/model/event.ts';
import { EventSlug, OptionId, PollId } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import { initialComments } from '#shared/protocol/commands.ts';
import { Reader } from '../live/reader.ts';

/** A live event, for what needs one without a server around it. */
export const show: EventInfo = {
  slug: EventSlug.parse('show'),
  title: 't',
  summary: '',
  status: 'live',
  startsAt: null,
  stream: { kind: 'none' },
  comments: initialComments,
  embedOrigins: [],
  picture: null,
};

/** An open poll of one option, whose results are hidden. */
export const poll: Poll = {
  id: PollId.parse('p'),
  question: '?',
  options: [{ id: OptionId.parse('p.0'), label: '甲' }],
  multiple: 1,
  changeable: false,
  results: 'hidden',
  status: 'open',
  closesAfterSeconds: null,
  closesAt: null,
  entitled: null,
  tally: null,
};

/** Someone who is counted and writes nothing down. */
export class Anybody extends Reader {
  constructor() {
    super(Object.assign(new EventEmitter(), { writableLength: 0, write: () => true }) as unknown as Socket);
  }
  override put(): void {}
  protected affords(): boolean {
    return true;
  }
  protected onText(): void {}
  protected onGone(): void {}
  protected onEnded(): void {}
}

/** Mulberry32: the same numbers in [0, 1) each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
