import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { EmbedFeature } from '#shared/protocol/embed.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { LiveDot } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { EventMoment } from '../frame/EventMoment.tsx';
import { useIsLate } from '../frame/use-is-late.ts';
import { isOpen as isPollOpen, usePolls } from '../polls/use-polls.ts';
import { Reactions } from '../reactions/Reactions.tsx';
import type { Tell } from './bridge.ts';
import styles from './Embed.module.css';
import { OnlineCounter } from './EmbedHeader.tsx';
import { useReportHeight } from './use-report-height.ts';
import { Widget } from './Widget.tsx';

type Props = {
  isIn: boolean;
  features: readonly EmbedFeature[];
  isOpen: boolean;
  isMuted: boolean;
  onOpen: (isOpen: boolean) => void;
  tell: Tell;
  gate: ReactNode;
};

/** One line along an edge of the page: what is being said, and the way to take part. Open, the widget stands on it. */
export function Bar({ isIn, features, isOpen, isMuted, onOpen, tell, gate }: Props) {
  const content = useReportHeight(tell, true);
  const unseen = useUnseen(!isOpen && !isMuted, tell);
  const has = (feature: EmbedFeature): boolean => features.includes(feature);
  return (
    <div ref={content} className={styles.bar}>
      {isOpen && (
        <div className={styles.sheet}>{isIn ? <Widget features={features} tell={tell} isPart /> : gate}</div>
      )}
      <div className={styles.line}>
        {isIn && has('counter') && <OnlineCounter />}
        <Latest isIn={isIn} hasComments={has('comments') && !isMuted} />
        {isIn && has('reactions') && !isOpen && (
          <div className={styles.quick}>
            <Reactions />
          </div>
        )}
        <Button size="small" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? <Trans>收起</Trans> : <Trans>参与</Trans>}
          {unseen > 0 && <span className={styles.unseen}>{unseen > 99 ? '99+' : unseen}</span>}
        </Button>
      </div>
    </div>
  );
}

/** An open poll before all; else the last thing that was said, or when it begins. */
function Latest({ isIn, hasComments }: { isIn: boolean; hasComments: boolean }) {
  const { t } = useLingui();
  const status = useClientState((state) => state.status);
  const isLate = useIsLate(status === 'connecting');
  const title = useEventState((state) => state.event.title);
  const isOn = useEventState((state) => state.event.status === 'live');
  const row = useClientState(({ rows }) => rows[rows.length - 1]);
  const poll = usePolls().find(isPollOpen);
  if (!isIn || status === 'offline' || status === 'reconnecting') {
    const isTrouble = status !== 'connecting' || isLate;
    return <p className={styles.latest}>{isTrouble ? t`暂时连不上现场` : t`正在进入现场…`}</p>;
  }
  return (
    <p className={styles.latest} dir="auto">
      {poll ? (
        <>
          <span className={styles.dot}>
            <LiveDot />
          </span>{' '}
          <Trans>投票：{poll.question}</Trans>
        </>
      ) : !isOn ? (
        <EventMoment />
      ) : row && hasComments ? (
        <>
          <span className={styles.unit}>{row.author.name}</span> {row.text}
        </>
      ) : (
        title
      )}
    </p>
  );
}

function useUnseen(isCounting: boolean, tell: Tell): number {
  const client = useClient();
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    if (!isCounting) return undefined;
    const stop = client.listen({
      onShown: (comments) => setUnseen((count) => count + comments.filter(({ isOwn }) => !isOwn).length),
    });
    return () => {
      stop();
      setUnseen(0);
    };
  }, [client, isCounting]);
  useEffect(() => tell('unread', { count: unseen }), [tell, unseen]);
  return unseen;
}
