import { act } from 'react';
import { expect, it } from 'vitest';
import { blankState } from '#shared/rules/fold.ts';
import { comment, createTestClient, show } from '../../ui/test-page.tsx';
import { Queue } from './Queue.tsx';

const press = (key: string): Promise<void> =>
  act(async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });

it('gives each key to the row after, however slow the answers are', async () => {
  const held = ['一', '二', '三'].map((id) => comment(id));
  const client = createTestClient({ desk: { ...blankState.desk, held } });
  client.execute.mockReturnValue(new Promise(() => {}));
  const page = show(<Queue />, client);
  for (const key of ['a', 'd', 'a']) await press(key);
  const decisions = client.execute.mock.calls.filter(([name]) => name !== 'comment:claim');
  expect(decisions).toEqual([
    ['comment:approve', { commentId: '一' }],
    ['comment:reject', { commentId: '二' }],
    ['comment:approve', { commentId: '三' }],
  ]);
  client.setEvent({ desk: { ...blankState.desk, held: held.slice(2) } });
  expect(page.querySelectorAll('li')).toHaveLength(1);
});
