import { createContext, useContext } from 'react';
import { useNow } from '../../ui/live/use-now.ts';

/** How long a page of many stands when they take turns by themselves. */
const TURN_MS = 8_000;

/** Pages turned by hand, on from where they were; null while they turn by themselves. */
export type Turned = { from: number; by: number } | null;

const TurnContext = createContext<Turned>(null);
export const TurnProvider = TurnContext.Provider;

export const turnAt = (now: number): number => Math.floor(now / TURN_MS);

/** Which turn it is, for whatever is dealt over pages. Never negative. */
export function useTurn(): number {
  const turned = useContext(TurnContext);
  const now = useNow(TURN_MS);
  return turned === null ? turnAt(now) : Math.max(0, turned.from + turned.by);
}

/** A page on or back; the first press begins where the pages stand. */
export const turnedBy = (turned: Turned, step: 1 | -1, now: number): Turned =>
  turned === null ? { from: turnAt(now), by: step } : { ...turned, by: turned.by + step };
