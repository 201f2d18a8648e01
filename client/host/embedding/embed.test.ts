import { describe, expect, test } from 'vitest';
import { readSites } from './sites.ts';
import { snippetOf } from './snippet.ts';

const wishes = {
  server: 'https://live.example',
  event: 'gala',
  layout: 'side',
  theme: 'auto',
  lang: '',
  target: '#player',
} as const;

describe('snippets', () => {
  test('say no more than they must', () => {
    expect(snippetOf('script', wishes)).toBe(
      '<script src="https://live.example/embed.js" data-event="gala"></script>',
    );
    expect(snippetOf('react', { ...wishes, layout: 'bar', theme: 'dark', lang: 'en' })).toBe(
      '<XinliLive server="https://live.example" event="gala" layout="bar" theme="dark" lang="en" />',
    );
  });

  test('whatever a selector holds stays inside its quotes', () => {
    expect(snippetOf('element', { ...wishes, layout: 'overlay', target: 'a[b="c"]' })).toContain(
      'target="a[b=&quot;c&quot;]"',
    );
  });
});

describe('sites that may embed', () => {
  test.each([
    ['https://www.example.com/live/page?x#y', 'https://www.example.com'],
    ['www.Example.com', 'https://www.example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['http://192.168.1.5:8080/', 'http://192.168.1.5:8080'],
    ['https://深圳.example', new URL('https://深圳.example').origin],
  ])('%s is %s', (line, origin) => {
    expect(readSites(line)).toEqual({ origins: [origin], wrong: [] });
  });

  test.each(['http://www.example.com', 'https://*.com', '*', 'ftp://a.example', 'javascript:alert(1)'])(
    '%s is not one',
    (line) => {
      expect(readSites(line)).toEqual({ origins: [], wrong: [line] });
    },
  );

  test('each once, whatever stands between them', () => {
    expect(readSites('a.example\n\nhttps://a.example/，b.example')).toEqual({
      origins: ['https://a.example', 'https://b.example'],
      wrong: [],
    });
  });
});
