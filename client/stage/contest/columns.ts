/** Seats in a row, so that the rows are even and the scores as large as the wall allows. */
export function columnsFor(seats: number, isUpright: boolean): number {
  const most = isUpright ? (seats > 12 ? 4 : 3) : seats > 15 ? 6 : 5;
  const rows = Math.ceil(seats / most);
  const fewest = seats > 4 && !isUpright ? 2 : 1;
  return Math.max(1, Math.ceil(seats / Math.max(rows, fewest)));
}
