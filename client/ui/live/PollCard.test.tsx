import { describe, expect, test } from 'vitest';
import type { Tally } from '#shared/model/poll.ts';
import { button, click, createTestClient, poll, show } from '../test-page.tsx';
import { PollCard } from './PollCard.tsx';

const tally = { counts: { a: 3, b: 1 }, ballots: 4 } as unknown as Tally;
const voted = { you: { id: 'v1', ballots: { p1: ['a'] } } } as never;

describe('PollCard', () => {
  test('casts the chosen option', async () => {
    const client = createTestClient();
    client.execute.mockResolvedValue({ ok: true, data: { pollId: 'p1', optionIds: ['b'], repeat: false } });
    const page = show(<PollCard poll={poll()} />, client);
    expect(button(page, '投票').disabled).toBe(true);
    await click(page.querySelectorAll('input')[1] as Element);
    await click(button(page, '投票'));
    expect(client.execute).toHaveBeenCalledWith('poll:vote', { pollId: 'p1', optionIds: ['b'] });
  });

  test('with several choices, no more than allowed', async () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, label: id })) as never;
    const page = show(<PollCard poll={poll({ multiple: 2, options })} />, createTestClient());
    for (const input of page.querySelectorAll('input')) await click(input);
    expect([...page.querySelectorAll('input')].map(({ checked }) => checked)).toEqual([true, true, false]);
  });

  test('shows a refusal and keeps the choice', async () => {
    const client = createTestClient();
    client.execute.mockResolvedValue({ ok: false, error: { code: 'CLOSED', message: '', retryable: false } });
    const page = show(<PollCard poll={poll()} />, client);
    await click(page.querySelectorAll('input')[0] as Element);
    await click(button(page, '投票'));
    expect(page.querySelector('[role=alert]')?.textContent).toBe('现在不接受');
    expect(page.querySelectorAll('input')[0]?.checked).toBe(true);
  });

  test('after the vote: bars with letters, shares, votes, the own choice and the base', () => {
    const client = createTestClient({ gauges: { tallies: { p1: tally } } as never }, voted);
    const text = show(<PollCard poll={poll()} />, client).textContent;
    for (const words of ['A', '合唱', '你的选择', '75.0%', '3 票', '25.0%', '4 人投票'])
      expect(text).toContain(words);
  });

  test('hidden results say so, and name the own choice', () => {
    const text = show(
      <PollCard poll={poll({ results: 'hidden' })} />,
      createTestClient({}, voted),
    ).textContent;
    expect(text).toContain('你投给了：合唱');
    expect(text).toContain('结果暂不公开');
    expect(text).not.toContain('%');
  });

  test('a revealed poll states its turnout', () => {
    const revealed = poll({ status: 'revealed', tally, entitled: 8 });
    expect(show(<PollCard poll={revealed} />, createTestClient()).textContent).toContain(
      '投票率 50.0%（有权投票 8 人）',
    );
  });

  test('a changeable ballot can be changed while the poll is open', async () => {
    const page = show(<PollCard poll={poll({ changeable: true })} />, createTestClient({}, voted));
    await click(button(page, '改票'));
    expect(page.querySelectorAll('input')[0]?.checked).toBe(true);
  });
});
