import type { EventState } from '#shared/model/state.ts';
import type { Deflated, Frame, SentFrame, Snapshot } from '#shared/protocol/updates.ts';
import { frameFrom } from '#shared/rules/deflated.ts';
import { foldFrame } from '#shared/rules/fold.ts';
import { beforePaint } from './paint.ts';
import { follows, type Position } from './position.ts';

/** What arrived since the last paint, in order, and what became of the state: a snapshot makes all before it void. */
export type Heard = {
  state: EventState;
  snapshot: Snapshot | null;
  frames: Frame[];
  missedNothing: boolean;
};

type Parts = { onHeard: (heard: Heard) => void; onGap: () => void };

/**
 * Checks the numbering as updates arrive and folds them, as a deflated frame is read with the state before it; hands
 * them over at most once per paint.
 */
export function createInbox({ onHeard, onGap }: Parts) {
  let here: (Position & { state: EventState }) | null = null;
  let last: Position | null = null;
  let heard: Heard | null = null;
  let cancel: (() => void) | null = null;

  const deliver = (): void => {
    cancel = null;
    const batch = heard;
    heard = null;
    if (batch) onHeard(batch);
  };
  const soon = (): void => {
    cancel ??= beforePaint(deliver);
  };

  return {
    snapshot(snapshot: Snapshot): void {
      const { epoch, revision, state } = snapshot;
      const missedNothing = last?.epoch === epoch && last.revision === revision;
      // Frames that wait here came before it; what they showed stays only if nothing was missed since.
      if (missedNothing) deliver();
      last = { epoch, revision };
      here = { ...last, state };
      heard = { state, snapshot, frames: [], missedNothing };
      soon();
    },
    /** What it was; null when there is nothing it could follow. Throws when it cannot be read or is not known. */
    frame(sent: SentFrame | Deflated): Frame | null {
      if (!here) return null;
      const frame = frameFrom(sent, here.state);
      if (!follows(here, frame)) {
        here = null;
        onGap();
        return null;
      }
      const { epoch, revision } = frame;
      const state = foldFrame(here.state, frame);
      last = { epoch, revision };
      here = { ...last, state };
      const { snapshot = null, frames = [], missedNothing = false } = heard ?? {};
      heard = { state, snapshot, frames: [...frames, frame], missedNothing };
      soon();
      return frame;
    },
    /** A new connection starts with a snapshot; frames before it belong to no known state. */
    reset(): void {
      here = null;
    },
    close(): void {
      cancel?.();
      cancel = null;
      here = null;
    },
  };
}
