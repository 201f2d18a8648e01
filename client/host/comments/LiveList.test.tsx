import { act } from 'react';
import { expect, it } from 'vitest';
import { button, createTestClient, row, show } from '../../ui/test-page.tsx';
import { LiveList } from './LiveList.tsx';

it('holds still while somebody works in it, and is held by nobody when its last row was hidden', async () => {
  const client = createTestClient({}, { rows: [row('一')] });
  const page = show(<LiveList />, client);
  const texts = (): string[] => [...page.querySelectorAll('li')].map((one) => one.textContent ?? '');
  await act(async () => button(page, '隐藏').focus());
  client.set({ rows: [row('一'), row('二', { at: 2 })] });
  expect(texts()).toEqual([expect.stringContaining('一')]);
  client.set({ rows: [row('一')] });
  client.hide('一'); // the focus goes with the row, and no event says so
  expect(texts()).toEqual([]);
  client.set({ rows: [row('三', { at: 3 })] });
  expect(texts()).toEqual([expect.stringContaining('三')]);
});
