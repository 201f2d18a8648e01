import { describe, expect, test } from 'vitest';
import { contestView, viewKey } from './contest-view.ts';
import { contest, figure, judged, round, steps } from './test-contest.ts';

const latest = (what: string) => ({ latest: { roundId: 'r1', what } as never });
const called = { current: { roundId: 'r1', entryId: 'e2' } as never };

describe('the picture is whatever happened last', () => {
  test.each([
    ['opened', {}, 'opened'],
    ['opened', called, 'card'],
    ['called', called, 'card'],
    ['called', {}, 'counting'],
    ['voting', {}, 'vote'],
    ['sealed', called, 'counting'],
    ['published', {}, 'standings'],
  ])('%s %o: %s', (what, change, view) => {
    expect(contestView(contest(round(), { ...change, ...latest(what) }), 'latest')?.view).toBe(view);
  });

  test.each([
    [{ show: 'entry', entryId: 'e1' }, 'card'],
    [{ show: 'judge', entryId: 'e1', judge: 'j1', score: '9.5' }, 'scores'],
    [{ show: 'strike', entryId: 'e1', high: [], low: [] }, 'scores'],
    [figure('e1', '9.5'), 'scores'],
    [{ show: 'place', rank: 3, entries: [] }, 'podium'],
    [{ show: 'audience', ballots: { cast: 0, rejected: 0 }, entries: [] }, 'standings'],
    [{ show: 'board', entries: [] }, 'standings'],
    [{ show: 'awards', awards: [] }, 'awards'],
  ])('SC-17 after %o: %s', (step, view) => {
    expect(contestView(contest(round({ shown: steps(step) })), 'latest')?.view).toBe(view);
  });

  test('nothing without a contest, or before a round opens', () => {
    expect(contestView(null, 'latest')).toBeNull();
    expect(contestView(contest(round({ status: 'draft' })), 'latest')).toBeNull();
  });

  test('publishing leaves the podium on the wall', () => {
    const shown = steps({ show: 'place', rank: 1, entries: [] });
    expect(contestView(contest(round({ shown }), latest('published')), 'latest')?.view).toBe('podium');
  });

  test('the vote and the table can be asked for at any time', () => {
    const voting = { isOpen: true, entries: [], boxes: [] };
    expect(contestView(contest(round({ voting })), 'vote')?.view).toBe('vote');
    expect(contestView(contest(round()), 'board')?.view).toBe('standings');
  });

  test('one judge after another is one picture; another entry is another', () => {
    const of = (...given: object[]) => contestView(contest(round({ shown: steps(...given) })), 'latest');
    const [first, second] = judged('e1', ['9', '8']);
    const other = judged('e2', ['9'])[0] as object;
    expect(viewKey(of(first as object))).toBe(viewKey(of(first as object, second as object)));
    expect(viewKey(of(first as object))).not.toBe(viewKey(of(other)));
  });
});
