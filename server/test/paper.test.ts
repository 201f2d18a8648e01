import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
import { join } from './sockets.ts';

describe('exports', () => {
  test('X8 no cell of the comments is a formula', async () => {
    await using app = await startTestApp();
    const cells = ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '＝1+1', 'a"b,c'];
    for (const text of cells) {
      await using author = await join(app);
      await author.run('comment:post', { text, nickname: '=cmd|calc' });
    }
    const answer = await app.get('/api/v1/events/show/export/comments.csv', { token: await app.moderator() });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="show-comments.csv"');
    const csv = await answer.text();
    const written = [
      `"'=HYPERLINK(""http://evil.example"")"`,
      `'+1`,
      `'-1`,
      `'@SUM(A1)`,
      `'=cmd|calc`,
      '"a""b,c"',
    ];
    for (const cell of written) expect(csv).toContain(`,${cell}`);
    expect(csv.split(/[\r\n,]/).filter((cell) => /^"?[=+\-@\t＝]/.test(cell))).toEqual([]);
  });

  test('X8 nor one of the polls', async () => {
    await using app = await startTestApp();
    await draftPoll(app, { question: '=1+1', options: ['@a', '-b'] });
    const csv = await (
      await app.get('/api/v1/events/show/export/polls.csv', { token: await app.host() })
    ).text();
    for (const cell of ["'=1+1", "'@a", "'-b"]) expect(csv).toContain(`,${cell}`);
  });

  test('every comment that was accepted is in it, in order, with what became of it', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const { id: commentId } = await host.run('comment:post', { text: '一' });
    await host.run('comment:post', { text: '二' });
    await host.run('comment:hide', { commentId });
    const csv = await (
      await app.get('/api/v1/events/show/export/comments.csv', { token: await app.host() })
    ).text();
    const rows = csv
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    expect(rows.map((row) => [row[0]?.replace('\uFEFF', ''), row[2], row[6]])).toEqual([
      ['position', 'status', 'text'],
      ['1', 'hidden', '一'],
      ['2', 'shown', '二'],
    ]);
  });
});

describe('the log', () => {
  test('X9 whatever people write, it keeps one JSON object a line, and none of their words or tokens', async () => {
    await using app = await startTestApp();
    const line = '\r\n{"level":"fatal","msg":"gotcha"}\u2028\u0085';
    await using viewer = await join(app);
    await viewer.send('comment:post', { text: line, nickname: line });
    const path = `/api/v1/events/${encodeURIComponent(line)}?token=gotcha`;
    expect((await app.get(path, { token: 'xl1.gotcha.gotcha.gotcha' })).status).toBe(404);
    await expect(join(app, { event: line, token: line })).rejects.toThrow('INVALID');
    app.log.warn({ name: line, token: viewer.welcome.token }, `seen ${line}`);
    for (const entry of app.logged) {
      expect(entry.match(/[\n\r\u0085\u2028\u2029]/g)).toEqual(['\n']);
      expect(JSON.parse(entry)).not.toMatchObject({ level: 'fatal' });
    }
    expect(app.logged).not.toHaveLength(0);
    expect(app.logged.join('')).not.toContain('xl1.');
  });
});
