import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { storage } from '../../sdk/index.ts';
import { button, click, createTestClient, poll, show, write } from '../../ui/test-page.tsx';
import { MineButton } from './MineButton.tsx';
import { ownBallots } from './own-ballots.ts';

const own = (text: string, change: object = {}) => ({
  id: text,
  text,
  at: 1,
  status: 'shown',
  reach: null,
  oneIn: 1,
  ...change,
});

async function openMine(event: object = {}, state: object = {}) {
  const client = createTestClient(event, state);
  const page = show(<MineButton />, client);
  await click(button(page, '我的'));
  return { client, page };
}

describe('mine', () => {
  test('says what became of each comment, the newest first, and asks the server', async () => {
    const mine = [
      own('一', { reach: 1_204 }),
      own('二', { oneIn: 40 }),
      own('三'),
      own('四', { status: 'held' }),
      own('五', { status: 'rejected' }),
      own('六', { status: 'hidden', reach: 3 }),
    ];
    const { client, page } = await openMine({}, { mine });
    expect(client.checkMine).toHaveBeenCalledOnce();
    const lines = [...page.querySelectorAll('li')].map((line) => line.textContent ?? '');
    expect(lines.map((line) => line[0])).toEqual(['六', '五', '四', '三', '二', '一']);
    expect(lines.map((line) => line.slice(line.indexOf('·') + 2))).toEqual([
      '已被管理员撤下',
      '未通过审核',
      '待审，通过后大家可见',
      '已发出',
      '评论太多，当时每 40 条公平展示 1 条，这条没有抽中',
      '已展示，当时 1,204 人在线',
    ]);
  });

  test('shows the ballots with what was chosen', async () => {
    const polls = [poll(), poll({ id: 'p2' as never, question: '没投的' })];
    const { page } = await openMine(
      { polls },
      { you: { id: 'v1', role: 'viewer', name: '', number: 1, ballots: { p1: ['b'] }, mutedUntil: null } },
    );
    expect(page.textContent).toContain('最受欢迎的节目？B 舞蹈已投进票箱，投票进行中');
    expect(page.textContent).not.toContain('没投的');
  });

  test('finds a contest’s ballots, a box each', () => {
    const contest = {
      contestants: [{ id: 'c1', name: '陈一' }],
      rounds: [{ title: '决赛', voting: { isOpen: false, boxes: [{ id: 'day1' }, { id: 'day2' }] } }],
    };
    expect(ownBallots({ polls: [], contest } as never, { day2: ['c1'] } as never)).toEqual([
      { id: 'day2', question: '决赛', isOpen: false, choices: ['陈一'] },
    ]);
  });

  test('changes the name one speaks under', async () => {
    storage.write('xinli:nickname', '南山阿强');
    const { page } = await openMine();
    expect(page.textContent).toContain('南山阿强');
    await click(button(page, '改昵称'));
    const field = page.querySelector('form input') as HTMLInputElement;
    expect(field.value).toBe('南山阿强');
    await write(field, '强');
    expect(button(page, '保存昵称').disabled).toBe(true);
    await write(field, '福田小雨');
    await act(async () => {
      field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
    expect(storage.read('xinli:nickname')).toBe('福田小雨');
    expect(page.textContent).toContain('福田小雨');
  });
});
