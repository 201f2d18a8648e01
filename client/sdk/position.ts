import type { Frame } from '#shared/protocol/updates.ts';

/** Where a client stands in what its audience has heard. */
export type Position = { epoch: string; revision: number };

/** Whether a frame is the very next one: same epoch, its facts numbered from ours without a gap. */
export function follows(position: Position, frame: Frame): boolean {
  if (frame.epoch !== position.epoch) return false;
  const isContiguous = frame.facts.every((fact, index) => fact.revision === position.revision + 1 + index);
  return isContiguous && frame.revision === position.revision + frame.facts.length;
}
