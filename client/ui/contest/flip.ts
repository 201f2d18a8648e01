export type Point = { x: number; y: number };
export type Move = { key: string; dx: number; dy: number };

/** How far each thing stands from where it stood: FLIP's first minus last. What is new or stays makes no move. */
export function movesOf(before: ReadonlyMap<string, Point>, after: ReadonlyMap<string, Point>): Move[] {
  const moves: Move[] = [];
  for (const [key, { x, y }] of after) {
    const from = before.get(key);
    if (from && (from.x !== x || from.y !== y)) moves.push({ key, dx: from.x - x, dy: from.y - y });
  }
  return moves;
}

/** What was not there before. */
export const newIn = (before: ReadonlyMap<string, Point>, after: ReadonlyMap<string, Point>): string[] =>
  [...after.keys()].filter((key) => !before.has(key));
