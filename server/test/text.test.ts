import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, join, refused } from './sockets.ts';

let app: TestApp;
let reader: Client;
beforeAll(async () => {
  app = await startTestApp();
  await app.run('event:configure', { comments: { maxLength: 200, displayPerSecond: 200 } });
  reader = await join(app);
});
afterAll(async () => {
  await reader[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** Posts as somebody new, and resolves with the ack. */
async function post(text: string, nickname?: string) {
  await using author = await join(app);
  return await author.send('comment:post', { text, ...(nickname !== undefined && { nickname }) });
}

/** Posts, and resolves with the comment as another viewer receives it. */
async function shown(text: string, nickname?: string) {
  const ack = await post(text, nickname);
  if (!ack.ok) throw new Error(ack.error.message);
  return reader.until('the comment', ({ state }) => state.comments.find(({ id }) => id === ack.data.id));
}

describe('what nobody can read is no comment', () => {
  test.each(['', '   ', '\n\t', '\u200d\u200b', '\u3164', '\u202e\u2066', '\ufe0f'])(
    'C1 %j',
    async (text) => {
      expect(await post(text)).toEqual(refused('INVALID'));
    },
  );

  test.each([
    ['C2 201 characters', '好'.repeat(201)],
    ['C2 one letter under 5,000 marks', `a${'\u0301'.repeat(5000)}`],
    ['C2 one letter under 300 marks', `a${'\u0301'.repeat(300)}`],
    ['C2 a chain of 500 joined emoji', Array.from({ length: 500 }, () => '👩').join('\u200d')],
    ['a text of 12 KB', 'x'.repeat(12_000)],
  ])('%s', async (_, text) => {
    expect(await post(text)).toEqual(refused('INVALID'));
  });

  test('C2 200 characters, emoji families among them, are a comment', async () => {
    const text = '👨‍👩‍👧‍👦'.repeat(40) + '好'.repeat(160);
    expect((await shown(text)).text).toBe(text);
  });
});

describe('what is hidden in a text does not come out', () => {
  test.each([
    ['C3 a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['C3 a zero byte', 'a\u0000b', 'a\ufffdb'],
    ['C3 controls', 'a\u0007\u009fb', 'a\ufffdb'],
    ['C3 a noncharacter', 'a\ufffeb', 'a\ufffdb'],
    ['C4 a bidi override', 'abc\u202edef', 'abcdef'],
    ['C4 isolates that are never closed', '\u2066\u2067a', 'a'],
    ['C5 two hundred newlines', `a${'\n'.repeat(200)}b`, 'a b'],
    ['C5 tabs and line separators', 'a\t\u2028\u2029b', 'a b'],
  ])('%s', async (_, text, expected) => {
    const comment = await shown(text);
    expect(comment.text).toBe(expected);
    expect((await app.store.findComment(app.slug, comment.id))?.comment).toEqual(comment);
  });
});

describe('names that are not theirs', () => {
  test.each(['主持人', 'Hоst', '管理员\u200b', 'ＡＤＭＩＮ', '官方客服', 'm\u200boderator'])(
    'C6 %s is refused',
    async (nickname) => {
      expect(await post('大家好', nickname)).toEqual(refused('INVALID'));
    },
  );

  test.each(['', 'x', 'x'.repeat(21), '\u202e'])('a nickname that is none: %j', async (nickname) => {
    expect(await post('大家好', nickname)).toEqual(refused('INVALID'));
  });

  test('whatever the name, the role beside it is the server’s', async () => {
    const { author } = await shown('大家好', '小陈主任');
    expect(author).toMatchObject({ name: '小陈主任', role: 'viewer', id: expect.stringMatching(/^v\d+$/) });
  });
});

describe('text is text', () => {
  test.each([
    ['X1', '<script>alert(1)</script>'],
    ['X2', '<img src=x onerror=alert(1)>'],
    ['X3', '<svg/onload=alert(1)>'],
    ['X4', '"><iframe srcdoc="<script>alert(1)</script>">'],
    ['X5', 'javascript:alert(1)'],
    ['X5', 'data:text/html,<b>x</b>'],
    ['X6', 'vbscript:msgbox(1)'],
    ['X7', '{{7*7}} ${7*7} %{7*7} #{7*7}'],
    ['X7', "'; DROP TABLE comments; --"],
    ['X7', '$where: 1 || 1==1'],
  ])('%s %s arrives as it was written', async (_, text) => {
    expect((await shown(text)).text).toBe(text);
  });

  test('X7 a Redis command in a comment is a line of text', async () => {
    expect((await shown('*3\r\n$8\r\nFLUSHALL')).text).toBe('*3 $8 FLUSHALL');
  });

  test('the snapshot over HTTP says what it is, and is not sniffed for HTML', async () => {
    await shown('<b>粗</b>');
    const answer = await app.get('/api/v1/events/show');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
