/**
 * SC-10 统一定标: of the entries in draw order, those whose scores may be shown. The first `batch` are held and
 * shown together once all of them are scored; from then on each as soon as it is. 0 turns the batch off. A batch
 * longer than the round ends with the round.
 */
export function shownScores<Entry>(
  drawOrder: readonly Entry[],
  isScored: (entry: Entry) => boolean,
  batch: number,
): Entry[] {
  const isCalibrated = drawOrder.slice(0, batch).every(isScored);
  return isCalibrated ? drawOrder.filter(isScored) : [];
}
