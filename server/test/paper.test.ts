import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
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

  test('danmaku are timed from the recording’s beginning, as text that is no markup', async () => {
    const clock = holdClock(1_800_000_000_000);
    await using app = await startTestApp({ clock });
    const token = await app.moderator();
    await using host = await join(app, { token: await app.host() });
    await host.run('rundown:set', { items: [{ title: '开场' }] });
    await host.run('comment:post', { text: '开场以前' });
    clock.advance(60_000);
    await host.run('rundown:go', {});
    clock.advance(12_345);
    await host.run('comment:post', { text: 'a < b && "c" ]]>\u0007' });
    const { id: commentId } = await host.run('comment:post', { text: '收回的' });
    await host.run('comment:hide', { commentId });
    const answer = await app.get('/api/v1/events/show/export/danmaku.xml', { token });
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const xml = await answer.text();
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<i>/);
    expect(xml.match(/<d [^>]+>.*<\/d>/g)).toEqual([
      expect.stringMatching(
        /^<d p="12.345,1,25,16777215,1800000072,0,[^,"]+,2">a &lt; b &amp;&amp; "c" \]\]&gt;\uFFFD<\/d>$/,
      ),
    ]);
    const all = await app.get('/api/v1/events/show/export/danmaku.xml?from=1799999990000', { token });
    expect((await all.text()).match(/p="[\d.]+/g)).toEqual(['p="10.000', 'p="82.345']);
    const wrong = await app.get('/api/v1/events/show/export/danmaku.xml?from=gestern', { token });
    expect(wrong.status).toBe(400);
  });

  test('the figures are the counters, each with its meaning; comments come line by line as JSON', async () => {
    await using app = await startTestApp();
    const token = await app.moderator();
    await using viewer = await join(app);
    await viewer.run('comment:post', { text: '=一' });
    await viewer.run('reaction:send', { kind: 'fire', count: 7 });
    const figures = await (await app.get('/api/v1/events/show/export/figures.csv', { token })).text();
    for (const line of [
      'online,在线人数,1,',
      'comments,评论,1,',
      'participations,参与人次,2,',
      'taps:fire,加油,7,',
    ])
      expect(figures).toContain(`\n${line}`);
    const lines = await (await app.get('/api/v1/events/show/export/comments.jsonl', { token })).text();
    expect(JSON.parse(lines)).toMatchObject({ position: 1, status: 'shown', text: '=一' });
    await app.create('trial', { rehearsal: true });
    const trial = await app.get('/api/v1/events/trial/export/figures.csv', {
      token: await app.token('host', {}, 'trial'),
    });
    expect(await trial.text()).toContain('rehearsal,彩排,yes');
  });

  test('nobody but the desk has any of it', async () => {
    await using app = await startTestApp();
    for (const name of ['comments.csv', 'comments.jsonl', 'danmaku.xml', 'polls.csv', 'figures.csv']) {
      const path = `/api/v1/events/show/export/${name}`;
      expect((await app.get(path)).status).toBe(403);
      for (const role of ['viewer', 'judge', 'screen'] as const)
        expect((await app.get(path, { token: await app.token(role) })).status).toBe(403);
    }
  });
});
