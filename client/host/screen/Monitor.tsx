import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './Monitor.module.css';

export const SHAPES = { '16:9': [16, 9], '4:3': [4, 3], '21:9': [21, 9], '9:16': [9, 16] } as const;
export type Shape = keyof typeof SHAPES;

/** Drawn so high, whatever it is shown at: letters keep their proportions, which a browser's smallest size would spoil. */
const HEIGHT = 540;

type Props = {
  title: string;
  url: string;
  /** The fragment: what is looked at. It changes without loading the page again. */
  hash?: string;
  shape: Shape;
  isOnAir?: boolean;
  children?: ReactNode;
};

/** A screen in small: the stage's own page in a frame, with a connection of its own that hears what the hall hears. */
export function Monitor({ title, url, hash = '', shape, isOnAir = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [src] = useState(url + hash);
  const [wide, high] = SHAPES[shape];
  const width = Math.round((HEIGHT * wide) / high);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = (): void =>
      element.style.setProperty(
        '--scale',
        String(Math.min(element.clientWidth / width, element.clientHeight / HEIGHT)),
      );
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => observer.disconnect();
  }, [width]);

  const shown = useRef(src);
  useEffect(() => {
    const next = url + hash;
    if (shown.current === next) return;
    shown.current = next;
    // Replaced, so that looking at scenes does not fill the desk's own history.
    frame.current?.contentWindow?.location.replace(next);
  }, [url, hash]);

  return (
    <div ref={box} className={cx(styles.monitor, isOnAir && styles.onAir)}>
      {/* Our own page, which needs its scripts and its origin: a sandbox that allows both is none. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={frame}
        className={styles.frame}
        style={{ width, height: HEIGHT }}
        src={src}
        title={title}
        tabIndex={-1}
      />
      {children}
    </div>
  );
}
