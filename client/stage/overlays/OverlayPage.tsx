import { Trans } from '@lingui/react/macro';
import { OVERLAYS } from '#shared/limits.ts';
import type { Overlay } from '#shared/model/screen.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import type { Address } from '../frame/address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Held } from '../frame/Held.tsx';
import { RehearsalTab } from '../frame/RehearsalTab.tsx';
import { useScreen } from '../frame/stage-context.ts';
import { useKeepTrying } from '../frame/use-keep-trying.ts';
import { AlertOverlay } from './AlertOverlay.tsx';
import { CounterOverlay } from './CounterOverlay.tsx';
import { DanmakuOverlay } from './DanmakuOverlay.tsx';
import { LowerThird } from './LowerThird.tsx';
import styles from './OverlayPage.module.css';
import { PollOverlay } from './PollOverlay.tsx';
import { Ticker } from './Ticker.tsx';
import { useIsSeen } from './use-is-seen.ts';

type Props = { overlay: NonNullable<Address['overlay']>; alertSeconds: number };

/** One thing over somebody's video, and nothing else: where there is nothing to say, the page is clear. */
export function OverlayPage({ overlay, alertSeconds }: Props) {
  const isKnown = useClientState((state) => state.event !== null);
  const isSeen = useIsSeen();
  const { isBlank } = useScreen();
  useKeepTrying();
  if (overlay === 'unknown') return <Unknown />;
  if (!isKnown) return null;
  return (
    <Frame isBlank={false} showsPointer={false} over={<RehearsalTab />}>
      <div className={isBlank ? styles.blank : styles.safe}>
        <Held>
          <Shown overlay={overlay} isSeen={isSeen && !isBlank} alertSeconds={alertSeconds} />
        </Held>
      </div>
    </Frame>
  );
}

function Shown({
  overlay,
  isSeen,
  alertSeconds,
}: {
  overlay: Overlay;
  isSeen: boolean;
  alertSeconds: number;
}) {
  switch (overlay) {
    case 'counter':
      return <CounterOverlay />;
    case 'lower-third':
      return <LowerThird />;
    case 'danmaku':
      return isSeen ? <DanmakuOverlay /> : null;
    case 'ticker':
      return <Ticker isMoving={isSeen} />;
    case 'poll':
      return <PollOverlay />;
    default:
      return isSeen ? <AlertOverlay seconds={alertSeconds} /> : null;
  }
}

/** Seen while a source is being set up, by whoever mistyped its address. */
function Unknown() {
  const names = OVERLAYS.join(' · ');
  return (
    <Frame isBlank={false} showsPointer={false}>
      <div className={styles.safe}>
        <p className={styles.unknown}>
          <Trans>没有这种叠加层。地址里的 overlay= 可以是：{names}</Trans>
        </p>
      </div>
    </Frame>
  );
}
