import { REACTION_KINDS } from '#shared/limits.ts';
import type { Dialect } from './connection.ts';

/** What an audience may be asked to say; `count` runs from 0 over the whole audience. */
export type Line =
  | { kind: 'comment' }
  /** `taps` of one kind at once, as the page sends them. */
  | { kind: 'taps'; taps: number }
  /** One vote for one option of an open poll, chosen by turn. */
  | { kind: 'vote'; pollId: string; optionIds: string[] }
  /** A comment's worth of `bytes`, for frames of a given size. */
  | { kind: 'filler'; bytes: number };

const SENTENCES = [
  '今晚真精彩，继续加油！',
  '新力 brings us together, wonderful show',
  '前排打卡，从南山赶来',
  '这个节目太好看了哈哈哈',
  '主持人好棒，灯光也美',
];

/** The message for one viewer, as its dialect puts it. */
export function lineOf(line: Line, count: number, ack: number, dialect: Dialect): string {
  if (dialect === 'xinli') return `42${ack}${JSON.stringify(commandOf(line, count))}`;
  const said = { t: Date.now(), id: `c${count}`, name: `观众${count % 997}`, text: textOf(line, count) };
  return dialect === 'ws' ? JSON.stringify(said) : `42${JSON.stringify(['chat message', said])}`;
}

function commandOf(line: Line, count: number): [string, object] {
  const commandId = `b${process.pid}-${count}`;
  switch (line.kind) {
    case 'taps': {
      const kind = REACTION_KINDS[count % REACTION_KINDS.length];
      return ['reaction:send', { commandId, kind, count: line.taps }];
    }
    case 'vote': {
      const optionId = line.optionIds[count % line.optionIds.length] as string;
      return ['poll:vote', { commandId, pollId: line.pollId, optionIds: [optionId] }];
    }
    default:
      return ['comment:post', { commandId, text: textOf(line, count) }];
  }
}

function textOf(line: Line, count: number): string {
  if (line.kind === 'filler') return `${count} `.padEnd(line.bytes, 'x');
  return `${SENTENCES[count % SENTENCES.length] ?? ''} ${count}`;
}
