import { useEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import { useClient, useEventState } from '../live/client-context.ts';
import styles from './Danmaku.module.css';
import { createLaneRenderer, type DanmakuRenderer } from './renderer.ts';
import { type DanmakuSettings, DEFAULT_DANMAKU } from './settings.ts';

/** Flies comments over the picture. The list beside it says the same, so this is nothing to a screen reader. */
export function Danmaku({
  settings = DEFAULT_DANMAKU,
  className,
}: {
  settings?: DanmakuSettings;
  className?: string | undefined;
}) {
  const client = useClient();
  const clearedAt = useEventState((state) => state.wallClearedAt);
  const stage = useRef<HTMLDivElement>(null);
  const renderer = useRef<DanmakuRenderer | null>(null);
  useEffect(() => {
    if (!stage.current) return undefined;
    const lanes = createLaneRenderer(stage.current, {
      strip: styles.strip,
      item: styles.item,
      own: styles.own,
    });
    renderer.current = lanes;
    const stop = client.listen({
      onShown: (comments) => {
        const since = client.getSnapshot().event?.wallClearedAt ?? 0;
        for (const comment of comments) if (comment.at > since) lanes.show(comment);
      },
      onHidden: lanes.remove,
    });
    return () => {
      stop();
      lanes.destroy();
      renderer.current = null;
    };
  }, [client]);
  useEffect(() => renderer.current?.apply(settings), [settings]);
  useEffect(() => {
    if (clearedAt > 0) renderer.current?.clear();
  }, [clearedAt]);
  return <div ref={stage} className={cx(styles.stage, className)} aria-hidden="true" />;
}
