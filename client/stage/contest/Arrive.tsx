import type { ReactNode } from 'react';
import { useArrival } from './arrival.ts';

type Props = { delayMs?: number; className?: string | undefined; children: ReactNode };

/** Comes in from the right, the one direction of travel; on a page that is loaded it is simply there. */
export function Arrive({ delayMs = 0, className, children }: Props) {
  const element = useArrival<HTMLDivElement>({
    from: { opacity: 0, transform: 'translateX(2%)' },
    durationMs: 600,
    delayMs,
  });
  return (
    <div ref={element} className={className}>
      {children}
    </div>
  );
}
