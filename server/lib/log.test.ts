import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';

function capture() {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } });
  return { log, lines, entries: () => lines.map((line): unknown => JSON.parse(line)) };
}

describe('the log', () => {
  test.each(['\r\n{"level":"fatal"}', '\u2028{"level":"fatal"}', '\u0085x', '\u0000\u001b[31m'])(
    'X9: is one JSON line per entry, whatever the text holds: %j',
    (text) => {
      const { log, lines, entries } = capture();
      log.info({ nick: text, list: [text] }, text);
      log.error(new Error(text), text);
      log.warn(`of ${text}`);
      expect(lines.join('').split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(4);
      expect(entries()).toMatchObject([
        { level: 'info', nick: text, msg: text },
        { level: 'error' },
        { level: 'warn' },
      ]);
    },
  );

  test('says when, how grave and what', () => {
    const { log, entries } = capture();
    log.info({ event: 'gala', viewers: 12 }, 'node is up');
    expect(entries()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'gala',
        viewers: 12,
        msg: 'node is up',
      },
    ]);
  });

  test('keeps secrets out, wherever they stand', () => {
    const { log, lines } = capture();
    const secret = 'xl1.k1.PAYLOAD.MAC-hush';
    log.info(
      {
        token: 'hush',
        adminToken: 'hush',
        deep: { er: { Authorization: 'Bearer hush', body: { a: 'hush' } } },
      },
      'a',
    );
    log.info(
      { req: { url: '/api/v1/events?token=hush', headers: { cookie: 'hush' }, query: { q: 'hush' } } },
      'b',
    );
    log.info(
      { note: `it was ${secret}`, link: 'redis://:hush@redis.example:6379/0' },
      `/e/gala?t=hush ${secret}`,
    );
    log.info(`Authorization: Bearer hush and ${secret}`);
    log.error(
      Object.assign(new Error(`refused ${secret}`), { body: 'hush', command: { args: ['hush'] } }),
      'failed',
    );
    log.error({ err: new Error('outer', { cause: new Error(`inner ${secret}`) }) }, 'failed');
    expect(lines.join('')).not.toMatch(/hush|PAYLOAD/);
    expect(lines).toHaveLength(6);
  });

  test('keeps what helps: the message, the code, the stack and the path', () => {
    const { log, entries } = capture();
    log.error(
      { err: Object.assign(new Error('no disk', { cause: 'full' }), { code: 'EIO' }), path: '/e/gala?x=1' },
      'failed',
    );
    expect(entries()).toMatchObject([
      {
        msg: 'failed',
        path: '/e/gala?[query]',
        err: {
          type: 'Error',
          message: 'no disk',
          code: 'EIO',
          cause: 'full',
          stack: expect.stringContaining('log.test.ts'),
        },
      },
    ]);
  });

  test('survives what is circular or deep', () => {
    const { log, lines } = capture();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    log.info({ circle }, 'round');
    expect(lines).toHaveLength(1);
  });
});
