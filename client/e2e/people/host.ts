import type { Browser } from 'playwright-core';
import type { Show } from '../harness/show.ts';

export async function openHost(_browser: Browser, show: Show, { node = 0 as 0 | 1 } = {}) {
  const token = await show.token('host');
  const url = `${show.nodes[node].url}/api/v1/events/${show.slug}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const state = async () => ((await (await fetch(url, { headers })).json()) as any).state;
  const run = async (command: string, input: object) => {
    const answer = (await (
      await fetch(`${url}/commands`, { method: 'POST', headers, body: JSON.stringify({ command, input }) })
    ).json()) as any;
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.data;
  };
  const comment = async (text: string) => (await state()).comments.find((c: any) => c.text === text).id;
  const poll = async (question: string) => (await state()).polls.find((p: any) => p.question === question).id;
  return {
    online: async () => (await state()).gauges.viewers.online as number,
    hide: async (text: string) => run('comment:hide', { commentId: await comment(text) }),
    restore: async (text: string) =>
      run('comment:restore', { commentId: (await state()).desk.hidden.find((c: any) => c.text === text).id }),
    held: async (text: string) => (await state()).desk.held.some((c: any) => c.text === text) as boolean,
    holdComments: () => run('event:configure', { comments: { mode: 'pre' } }),
    approve: async (text: string) =>
      run('comment:approve', { commentId: (await state()).desk.held.find((c: any) => c.text === text).id }),
    createPoll: (question: string, options: string[], results = 'hidden') =>
      run('poll:create', { question, options, results }),
    open: async (question: string) => run('poll:open', { pollId: await poll(question) }),
    close: async (question: string) => run('poll:close', { pollId: await poll(question) }),
    reveal: async (question: string) => run('poll:reveal', { pollId: await poll(question) }),
    take: (scene: string, more: object = {}) => run('stage:take', { scene, ...more }),
    takePoll: async (question: string) => run('stage:take', { scene: 'poll', pollId: await poll(question) }),
    kick: async (name: string) =>
      run('viewer:kick', { viewerId: (await state()).comments.find((c: any) => c.author.name === name).author.id }),
    async [Symbol.asyncDispose]() {},
  };
}
