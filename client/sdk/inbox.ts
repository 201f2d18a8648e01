import type { Frame, Snapshot } from '#shared/protocol/updates.ts';
import { beforePaint } from './paint.ts';
import { follows, type Position } from './position.ts';

/** What arrived since the last paint, in order: a snapshot makes all before it void. */
export type Heard = { snapshot: Snapshot | null; frames: Frame[]; missedNothing: boolean };

type Parts = { onHeard: (heard: Heard) => void; onGap: () => void };

/** Checks the numbering as updates arrive, hands them over at most once per paint. */
export function createInbox({ onHeard, onGap }: Parts) {
  let position: Position | null = null;
  let last: Position | null = null;
  let heard: Heard = { snapshot: null, frames: [], missedNothing: false };
  let cancel: (() => void) | null = null;

  const deliver = (): void => {
    cancel = null;
    const batch = heard;
    heard = { snapshot: null, frames: [], missedNothing: false };
    if (batch.snapshot || batch.frames.length > 0) onHeard(batch);
  };
  const soon = (): void => {
    cancel ??= beforePaint(deliver);
  };

  return {
    snapshot(snapshot: Snapshot): void {
      const missedNothing = last?.epoch === snapshot.epoch && last.revision === snapshot.revision;
      // Frames that wait here came before it; what they showed stays only if nothing was missed since.
      if (missedNothing) deliver();
      position = last = { epoch: snapshot.epoch, revision: snapshot.revision };
      heard = { snapshot, frames: [], missedNothing };
      soon();
    },
    frame(frame: Frame): void {
      if (!position) return;
      if (!follows(position, frame)) {
        position = null;
        onGap();
        return;
      }
      position = last = { epoch: frame.epoch, revision: frame.revision };
      heard.frames.push(frame);
      soon();
    },
    /** A new connection starts with a snapshot; frames before it belong to no known state. */
    reset(): void {
      position = null;
    },
    close(): void {
      cancel?.();
      cancel = null;
      position = null;
    },
  };
}
