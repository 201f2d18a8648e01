import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { cx } from '../../ui/cx.ts';
import { fitScale } from './fit-scale.ts';
import styles from './Fit.module.css';

type Props = {
  /** The smallest share of the full size that is still legible. */
  least: number;
  className?: string | undefined;
  /** Told when even the smallest size does not fit; another function has it looked at anew. */
  onTight?: () => void;
  /** Told when there is more room than there was. */
  onRoom?: () => void;
  children: ReactNode;
};

/** Sets `--fit` (1 down to `least`) so that the content fills its box and never runs out of it. */
export function Fit({ least, onTight, onRoom, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const room = useRef(Infinity);
  useLayoutEffect(() => {
    const outer = box.current;
    const inner = outer?.firstElementChild;
    if (!outer || !(inner instanceof HTMLElement)) return;
    const fit = (): void => {
      if (outer.clientHeight > room.current + 1) onRoom?.();
      room.current = outer.clientHeight;
      const fits = (scale: number): boolean => {
        outer.style.setProperty('--fit', String(scale));
        // Letters may stand out of their lines, so what counts is the height of the lines.
        return inner.offsetHeight <= outer.clientHeight + 1 && inner.scrollWidth <= outer.clientWidth + 1;
      };
      if (!fits(fitScale(least, fits))) onTight?.();
    };
    // In the next frame: measuring inside the callback would resize what it observes.
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(fit);
    };
    const observer = new ResizeObserver(soon);
    observer.observe(outer);
    observer.observe(inner);
    fit();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [least, onTight, onRoom]);
  return (
    <div ref={box} className={cx(styles.box, className)}>
      <div className={styles.inner}>{children}</div>
    </div>
  );
}
