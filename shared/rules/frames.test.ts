import { expect, test } from 'vitest';
import { Comment } from '../model/comment.ts';
import { type Frame, updates } from '../protocol/updates.ts';
import { packFrame, unpackFrame } from './frames.ts';

const plain = Comment.parse({
  id: 'c1',
  text: '前排',
  at: 1_000,
  author: { id: 'v12', name: '', role: 'viewer' },
});
const host = Comment.parse({
  id: 'c2',
  text: '欢迎',
  at: 1_035,
  author: { id: 'host-1', name: '主持人', role: 'host' },
});
const held = Comment.parse({
  ...plain,
  id: 'c3',
  at: 1_040,
  held: true,
  review: { words: ['词'], isFirst: true, dueAt: null },
});
const frame: Frame = {
  t: 1_000,
  epoch: 'e',
  revision: 0,
  facts: [],
  comments: [plain, host, held],
  gauges: {},
};

test('a frame is the same after its way, and is what the table says on it', () => {
  const sent = JSON.parse(JSON.stringify(packFrame(frame))) as ReturnType<typeof packFrame>;
  expect(unpackFrame(sent)).toEqual(frame);
  expect(updates.frame.payload.parse(sent)).toEqual(sent);
});

test('what most comments have in common is not sent', () => {
  expect(packFrame(frame).comments[0]).toEqual({ id: 'c1', text: '前排', ms: 0, by: 'v12' });
  expect(packFrame(frame).comments[1]).toMatchObject({ ms: 35, by: 'host-1', name: '主持人', role: 'host' });
});
