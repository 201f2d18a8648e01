import {
  createContext,
  type RefObject,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useReducedMotion } from '../../ui/live/use-media.ts';

/** Whether the page stands already: what appears before that was there all along, and does not move. */
const Standing = createContext<Readonly<RefObject<boolean>>>({ current: false });
export const StandingProvider = Standing.Provider;

/** False while the first picture comes up, true for everything that appears later. */
export function useStanding(): RefObject<boolean> {
  const standing = useRef(false);
  useEffect(() => {
    standing.current = true;
  }, []);
  return standing;
}

export const EASE = 'cubic-bezier(0.2, 0, 0, 1)';

type Arrival = { from: Keyframe; durationMs: number; delayMs?: number };

/** Plays a keyframe animation where the browser has them; without it the end is simply there. */
export function play(element: Element, frames: Keyframe[], options: KeyframeAnimationOptions): void {
  if ('animate' in element) element.animate(frames, { easing: EASE, fill: 'backwards', ...options });
}

/** Lets an element come in from somewhere, once, when it appears on a page that stands. */
export function useArrival<E extends HTMLElement>({
  from,
  durationMs,
  delayMs = 0,
}: Arrival): RefObject<E | null> {
  const element = useRef<E>(null);
  const hasCome = useRef(false);
  const standing = useContext(Standing);
  const isReduced = useReducedMotion();
  const [start] = useState({ from: isReduced ? { opacity: 0 } : from, durationMs, delayMs });
  useLayoutEffect(() => {
    const isNew = !hasCome.current && standing.current;
    hasCome.current = true;
    if (!isNew || !element.current) return;
    play(element.current, [start.from, {}], { duration: start.durationMs, delay: start.delayMs });
  }, [standing, start]);
  return element;
}
