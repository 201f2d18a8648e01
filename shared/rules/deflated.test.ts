import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { Comment } from '../model/comment.ts';
import type { Frame, Snapshot } from '../protocol/updates.ts';
import { DEFLATE_FORM } from '../protocol/version.ts';
import { adler32, dictionaryOf, frameFrom, snapshotFrom, Unreadable } from './deflated.ts';
import { blankState, foldComments } from './fold.ts';
import { packFrame } from './frames.ts';

const comment = (id: string, text: string): Comment =>
  Comment.parse({ id, text, at: 1_000, author: { id: 'v12', name: '观众0012', role: 'viewer' } });
const stateOf = (...texts: string[]) =>
  foldComments(
    blankState,
    texts.map((text, index) => comment(`c${index}`, text)),
  );
const frame: Frame = {
  t: 1_000,
  epoch: 'e',
  revision: 0,
  facts: [],
  comments: [comment('c9', '前排打卡,"从南山"赶来 👏')],
  gauges: {},
};
/** As the server does it; the state as a client has it, from JSON. */
const sent = (state: typeof blankState, payload: object = packFrame(frame)): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateSync(JSON.stringify(payload), { dictionary: dictionaryOf(state) }));
const toClient = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a deflated frame', () => {
  test.each([
    ['nothing', stateOf()],
    ['a few comments', stateOf('前排打卡', 'half a pair \ud83d', '"\\\u0000')],
    [
      'more text than a dictionary may hold',
      stateOf(...Array.from({ length: 60 }, (_, n) => `长${n}`.repeat(300))),
    ],
  ])('is read with the state it follows: %s', (_, state) => {
    expect(frameFrom(sent(state), toClient(state))).toEqual(frame);
    expect(frameFrom(sent(state).buffer, toClient(state))).toEqual(frame);
  });

  test('is read with no other', () => {
    expect(() => frameFrom(sent(stateOf('前排')), stateOf('后排'))).toThrow(Unreadable);
    expect(() => frameFrom(new Uint8Array(3), stateOf())).toThrow(Unreadable);
    expect(() => frameFrom(sent(stateOf()).subarray(0, 40), stateOf())).toThrow(Unreadable);
  });

  test('says what was said before in a few bytes', () => {
    const said = stateOf('前排打卡,"从南山"赶来 👏');
    expect(sent(said).length).toBeLessThan(sent(stateOf()).length - 30);
    expect(dictionaryOf(stateOf('x'.repeat(40_000))).length).toBe(LIMITS.dictionaryBytes);
  });

  test('of any length is read', () => {
    const long = {
      ...frame,
      comments: Array.from({ length: 900 }, (_, n) => comment(`c${n}`, `${n}`.repeat(40))),
    };
    expect(JSON.stringify(packFrame(long)).length).toBeGreaterThan(131_072);
    expect(frameFrom(sent(stateOf(), packFrame(long)), stateOf())).toEqual(long);
  });

  test('has the dictionary of its form: another one is DEFLATE_FORM raised by one', () => {
    expect([DEFLATE_FORM, adler32(dictionaryOf(stateOf('前排打卡', '"\ud83d"')))]).toEqual([
      1, 2_984_021_492,
    ]);
  });

  test('may as well come as it is, as may a snapshot', () => {
    const snapshot: Snapshot = { epoch: 'e', revision: 3, state: stateOf('前排') };
    expect(frameFrom(toClient(packFrame(frame)), stateOf())).toEqual(frame);
    expect(snapshotFrom(snapshot)).toEqual(snapshot);
    expect(snapshotFrom(sent(blankState, snapshot))).toEqual(snapshot);
  });
});
