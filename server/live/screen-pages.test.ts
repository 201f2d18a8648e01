import { beforeEach, describe, expect, test } from 'vitest';
import type { ScreenPage } from '#shared/model/screen.ts';
import { createScreenPages } from './screen-pages.ts';

type Shown = Parameters<Parameters<typeof createScreenPages>[0]['show']>[0];

let at: number;
beforeEach(() => void (at = 1_000));

/** A node, what its desk sees, and what it said last to the others. */
function startNode() {
  const seen = { desk: {} as Shown, said: null as Shown | null };
  const pages = createScreenPages({
    now: () => at,
    publish: (said) => void (seen.said = said),
    show: (desk) => void (seen.desk = desk),
  });
  return { ...pages, seen, states: () => Object.entries(seen.desk).map(([id, { lostAt }]) => [id, lostAt]) };
}

const page = (id: string): ScreenPage => ({ id, screen: 'main', overlay: null }) as unknown as ScreenPage;

describe('the stage pages', () => {
  test('come, go, come back as themselves, and are forgotten ten minutes after they left', () => {
    const node = startNode();
    node.join(page('led-wall'));
    expect(node.seen.desk).toEqual({
      'led-wall': { screen: 'main', overlay: null, since: 1_000, lostAt: null },
    });
    at = 2_000;
    node.leave('led-wall');
    expect(node.states()).toEqual([['led-wall', 2_000]]);
    at = 3_000;
    node.join(page('led-wall'));
    expect(node.seen.desk['led-wall']).toMatchObject({ since: 3_000, lostAt: null });
    node.leave('led-wall');
    at += 10 * 60_000;
    node.tend();
    expect(node.states()).toHaveLength(1);
    at += 1;
    node.tend();
    expect(node.states()).toEqual([]);
    expect(node.seen.said).toEqual({});
  });

  test('a page that is back before its dead connection is noticed was never lost', () => {
    const node = startNode();
    node.join(page('led-wall'));
    node.join(page('led-wall'));
    node.leave('led-wall');
    expect(node.states()).toEqual([['led-wall', null]]);
    node.leave('led-wall');
    expect(node.states()).toEqual([['led-wall', 1_000]]);
  });

  test('a page that moves to another node is one page, whichever is heard first', () => {
    const [one, two] = [startNode(), startNode()];
    one.join(page('led-wall'));
    two.join(page('led-wall'));
    at = 2_000;
    one.leave('led-wall');
    for (const [node, other] of [
      [one, two],
      [two, one],
    ] as const) {
      node.hear('other', other.seen.said ?? {});
      expect(node.states()).toEqual([['led-wall', null]]);
    }
  });

  test('a node that dies has lost its pages; one that is well repeats itself', () => {
    const [one, two] = [startNode(), startNode()];
    one.join(page('led-wall'));
    two.hear('one', one.seen.said ?? {});
    one.seen.said = null;
    at += 3_000;
    one.tend();
    two.hear('one', one.seen.said ?? {});
    expect(two.states()).toEqual([['led-wall', null]]);
    at += 10_001;
    two.tend();
    expect(two.states()).toEqual([['led-wall', 4_000]]);
    at += 10 * 60_000;
    two.tend();
    expect(two.states()).toEqual([]);
  });

  test('a crowd that opens screens is listed up to a bound, and those who left make room', () => {
    const node = startNode();
    for (let index = 0; index < 100; index += 1) node.join(page(`page-${index}`));
    expect(node.states()).toHaveLength(64);
    node.leave('page-99'); // it was never listed
    node.leave('page-0');
    node.join(page('led-wall'));
    expect(node.states()).toHaveLength(64);
    expect(node.states()).toContainEqual(['led-wall', null]);
    expect(node.states().map(([id]) => id)).not.toContain('page-0');
  });
});
