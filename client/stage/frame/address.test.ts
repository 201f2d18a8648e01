import { describe, expect, it } from 'vitest';
import { readCue, cueHash } from '../../ui/stage-cue.ts';
import { readAddress } from './address.ts';
import { turnedBy } from './turns.ts';

const at = (search: string, hash = '') => readAddress({ pathname: '/stage/demo', search, hash });

describe('the address of a screen', () => {
  it('says everything: which screen, what of it, with which key', () => {
    expect(at('')).toMatchObject({
      slug: 'demo',
      screen: 'main',
      overlay: null,
      isTransparent: false,
      token: null,
    });
    expect(at('?screen=side&bg=transparent', '#token=xl1.a.b.c')).toMatchObject({
      screen: 'side',
      isTransparent: true,
      token: 'xl1.a.b.c',
    });
    expect(at('?screen=../etc').screen).toBe('main');
  });

  it('an overlay is clear whatever else is said; one that nobody knows is none', () => {
    expect(at('?overlay=ticker')).toMatchObject({ overlay: 'ticker', isTransparent: true });
    expect(at('?overlay=banner').overlay).toBe('unknown');
  });

  it.each([
    ['', 4],
    ['?seconds=2.5', 2.5],
    ['?seconds=99', 10],
    ['?seconds=-1', 4],
    ['?seconds=soon', 4],
  ])('an alert stays for a moment: %s → %d s', (search, seconds) =>
    expect(at(search).alertSeconds).toBe(seconds),
  );
});

describe('a scene in a preview’s fragment', () => {
  it('comes back as the scene it would be if it were taken now', () => {
    expect(readCue(cueHash({ scene: 'wall' }), 0)).toEqual({ scene: 'wall' });
    expect(readCue(cueHash({ scene: 'countdown', seconds: 90, label: '开场 & "#"' }), 1_000)).toEqual({
      scene: 'countdown',
      endsAt: 91_000,
      label: '开场 & "#"',
    });
    expect(readCue(cueHash({ scene: 'announcement', text: '请入座' }), 0)).toEqual({
      scene: 'announcement',
      title: '',
      text: '请入座',
    });
    expect(readCue(cueHash({ scene: 'contest', view: 'board' }), 0)).toEqual({
      scene: 'contest',
      view: 'board',
    });
  });

  it.each(['', '#token=x', '#scene=', '#scene=%7B', '#scene=%', '#scene={"scene":"alert"}', '#scene=null'])(
    'is none in %s',
    (hash) => expect(readCue(hash, 0)).toBeNull(),
  );
});

describe('pages turned by hand', () => {
  it('go on from where they stand by themselves', () => {
    const once = turnedBy(null, 1, 80_000);
    expect(once).toEqual({ from: 10, by: 1 });
    expect(turnedBy(turnedBy(once, -1, 90_000), -1, 95_000)).toEqual({ from: 10, by: -1 });
  });
});
