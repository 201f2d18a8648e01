import { useEffect, useRef } from 'react';
import { useClient } from '../live/client-context.ts';
import styles from './Danmaku.module.css';
import { createLaneRenderer } from './renderer.ts';

/** Flies comments over the picture. The list beside it says the same, so this is nothing to a screen reader. */
export function Danmaku() {
  const client = useClient();
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!stage.current) return undefined;
    const renderer = createLaneRenderer(stage.current, { item: styles.item, own: styles.own });
    const stop = client.listen({
      onShown: (comments) => {
        for (const comment of comments) renderer.show(comment);
      },
      onHidden: renderer.remove,
    });
    return () => {
      stop();
      renderer.destroy();
    };
  }, [client]);
  return <div ref={stage} className={styles.stage} aria-hidden="true" />;
}
