import { useEffect, useRef, useState } from 'react';
import { createBell } from './bell.ts';
import { type Mark, reached } from './lights.ts';

/** Strikes as the running clock passes a mark: once for amber, twice for red, three times where it begins to cost. */
export function useBell(marks: readonly Mark[], elapsedMs: number, isRunning: boolean) {
  const [isOn, setIsOn] = useState(false);
  const bell = useRef<ReturnType<typeof createBell> | null>(null);
  const mark = reached(marks, elapsedMs);
  const heard = useRef(mark?.atMs);
  useEffect(() => {
    if (mark?.atMs === heard.current) return;
    heard.current = mark?.atMs;
    if (isOn && isRunning && mark) bell.current?.strike(strikesOf(mark));
  }, [mark, isOn, isRunning]);
  useEffect(() => () => bell.current?.close(), []);
  return {
    isOn,
    turn(on: boolean): void {
      setIsOn(on);
      if (!on) return;
      bell.current ??= createBell();
      bell.current.wake();
      bell.current.strike(1);
    },
  };
}

const strikesOf = ({ light, cost }: Mark): number =>
  cost !== undefined ? 3 : light === 'red' ? 2 : light === 'amber' ? 1 : 0;
