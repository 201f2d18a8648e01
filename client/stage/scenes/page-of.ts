/** The part of `count` things that is seen at a turn, when they are dealt evenly over `pages`. */
export function pageOf(
  count: number,
  pages: number,
  turn: number,
): { from: number; to: number; page: number } {
  const perPage = Math.ceil(count / pages);
  const page = turn % Math.ceil(count / perPage);
  return { from: page * perPage, to: Math.min(count, (page + 1) * perPage), page };
}
