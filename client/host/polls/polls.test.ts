import { describe, expect, it } from 'vitest';
import type { Poll } from '#shared/model/poll.ts';
import { blankPoll, checkPoll, inOrder, pollForStage, withOption } from './polls.ts';

const poll = (id: string, status: Poll['status']): Poll => ({
  id: id as Poll['id'],
  question: id,
  options: [],
  multiple: 1,
  changeable: false,
  results: 'live',
  status,
  closesAfterSeconds: null,
  closesAt: null,
  entitled: null,
  tally: null,
});
const ids = (polls: readonly Poll[]): string[] => polls.map(({ id }) => id);

describe('polls on the desk', () => {
  const polls = [
    poll('r1', 'revealed'),
    poll('d1', 'draft'),
    poll('r2', 'revealed'),
    poll('c1', 'closed'),
    poll('d2', 'draft'),
    poll('o1', 'open'),
  ];

  it('stand in the order in which they ask for a hand', () => {
    expect(ids(inOrder(polls))).toEqual(['o1', 'c1', 'd1', 'd2', 'r2', 'r1']);
  });

  it('offer the stage the open one, else the last one the hall has seen, never a draft', () => {
    expect(pollForStage(polls)?.id).toBe('o1');
    expect(pollForStage(polls.slice(0, 5))?.id).toBe('c1');
    expect(pollForStage([poll('d', 'draft')])).toBeNull();
  });
});

describe('a poll that is being written', () => {
  const draft = { ...blankPoll, question: ' 谁先唱? ', options: ['甲', ' 乙 ', ''] };

  it('is sent without empty options and with what was chosen', () => {
    expect(checkPoll(draft)).toEqual({
      input: { question: '谁先唱?', options: ['甲', '乙'], multiple: 1, changeable: false, results: 'live' },
    });
    expect(checkPoll({ ...draft, isMany: true, multiple: 9, isHidden: true, seconds: 60 })).toMatchObject({
      input: { multiple: 2, results: 'hidden', closesAfterSeconds: 60 },
    });
  });

  it.each([
    [{ question: ' ' }, 'question'],
    [{ options: ['甲', ' '] }, 'options'],
    [{ options: ['甲', '甲 '] }, 'same'],
  ] as const)('%j → %s', (fields, problem) => {
    expect(checkPoll({ ...draft, ...fields })).toEqual({ problem });
  });

  it('makes an option of every pasted line, up to twenty', () => {
    expect(withOption(['甲', '', '丁'], 1, '乙\n丙')).toEqual(['甲', '乙', '丙', '丁']);
    expect(withOption([''], 0, Array.from({ length: 30 }, (_, index) => index).join('\n'))).toHaveLength(20);
  });
});
