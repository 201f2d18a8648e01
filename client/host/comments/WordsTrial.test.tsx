import { expect, it } from 'vitest';
import { button, click, createTestClient, show } from '../../ui/test-page.tsx';
import { WordsTrial } from './WordsTrial.tsx';

const saved = { block: ['旧'], allow: [], names: [] };
const TRY = '保存前，用最近的评论试试';

it('tells what a change would have caught, with examples, until the change is another', async () => {
  const client = createTestClient();
  const examples = [{ id: 'c1', text: '加微信吧', name: '小鱼', words: ['加微信'] }];
  client.execute.mockResolvedValue({ ok: true, data: { tried: 200, caught: 4, examples } });
  const page = show(<WordsTrial saved={saved} wanted={{ ...saved, block: ['旧', '加微信'] }} />, client);
  await click(button(page, TRY));
  expect(client.execute).toHaveBeenCalledWith('words:try', { add: { block: ['加微信'] }, remove: {} });
  expect(page.textContent).toContain('最近展示的 200 条评论里，会多拦下 4 条。');
  expect(page.querySelector('li')?.textContent).toBe('小鱼 加微信吧 加微信');
  expect(page.textContent).toContain('还有 3 条');
  const later = show(<WordsTrial saved={saved} wanted={{ ...saved, block: ['旧', '微信'] }} />, client);
  expect(later.textContent).not.toContain('多拦下');
});

it('says so where there is nothing to try it on, and where a change is too large', async () => {
  const client = createTestClient();
  client.execute.mockResolvedValue({ ok: true, data: { tried: 0, caught: 0, examples: [] } });
  const page = show(<WordsTrial saved={saved} wanted={{ ...saved, block: [] }} />, client);
  await click(button(page, TRY));
  expect(page.textContent).toContain('没有可试的');
  const block = Array.from({ length: 3_000 }, (_, index) => `很长很长的一个词${index}`);
  const large = show(<WordsTrial saved={saved} wanted={{ ...saved, block }} />, client);
  expect(button(large, TRY).disabled).toBe(true);
  expect(large.textContent).toContain('一次试不完');
});
