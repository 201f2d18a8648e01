import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../ui/live/client-context.ts';
import { useScene } from '../frame/stage-context.ts';
import styles from './AlertOverlay.module.css';
import { type Alert, alertsBetween, enqueue, type Moment } from './alerts.ts';
import { useEntrance } from './use-entrance.ts';

const kindWords: Record<Alert['kind'], MessageDescriptor> = {
  announcement: msg`公告`,
  comment: msg`置顶评论`,
  item: msg`正在进行`,
  pollOpened: msg`投票开始`,
  pollRevealed: msg`投票揭晓`,
};

/** One thing at a time, for a moment, and then the video again. A page that is loaded has missed what was before. */
export function AlertOverlay({ seconds }: { seconds: number }) {
  const { t } = useLingui();
  const { shown, done } = useAlerts();
  const card = useEntrance<HTMLDivElement>(shown && shown.key);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => done(shown), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [shown, seconds, done]);
  if (shown === null) return null;
  return (
    <div ref={card} className={styles.card}>
      <p className={styles.kind}>
        {t(kindWords[shown.kind])}
        {shown.kind === 'comment' && shown.title && ` · ${shown.title}`}
      </p>
      {shown.kind !== 'comment' && shown.title && (
        <p className={styles.title} dir="auto">
          {shown.title}
        </p>
      )}
      {shown.text && (
        <p className={styles.text} dir="auto">
          {shown.text}
        </p>
      )}
    </div>
  );
}

/** What has come since, and is still to be shown. After a lost line it begins anew: late news are none. */
function useAlerts() {
  const client = useClient();
  const scene = useScene();
  const latestScene = useRef(scene);
  const [list, setList] = useState<readonly Alert[]>([]);
  const look = useRef<() => void>(() => {});
  useEffect(() => {
    const moment = (): Moment | null => {
      const { status, event } = client.getSnapshot();
      return status === 'live' && event ? { ...event, scene: latestScene.current } : null;
    };
    let before = moment();
    look.current = () => {
      const after = moment();
      const more = before && after ? alertsBetween(before, after) : [];
      before = after;
      if (more.length > 0) setList((waiting) => enqueue(waiting, more));
    };
    return client.subscribe(() => look.current());
  }, [client]);
  useEffect(() => {
    latestScene.current = scene;
    look.current();
  }, [scene]);
  useEffect(
    () =>
      client.listen({
        onHidden: (id) => setList((waiting) => waiting.filter(({ key }) => key !== `c ${id}`)),
      }),
    [client],
  );
  const [done] = useState(
    () => (alert: Alert) => setList((waiting) => waiting.filter((one) => one !== alert)),
  );
  return { shown: list[0] ?? null, done };
}
