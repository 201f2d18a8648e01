/** Runs in the page: waits for what fades or moves into its place. Decoration may go on for ever. */
export async function settle(): Promise<void> {
  const moves = document.getAnimations().filter(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    return effect?.getComputedTiming().iterations !== Infinity && !target?.closest('[aria-hidden="true"]');
  });
  await Promise.allSettled(moves.map((move) => move.finished));
}
