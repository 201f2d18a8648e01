import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { CopyLink } from '../parts/CopyLink.tsx';
import { screenUrl } from './screen-url.ts';
import styles from './ScreensSheet.module.css';

const overlays: readonly [name: string, title: MessageDescriptor][] = [
  ['counter', msg`在线人数`],
  ['lower-third', msg`字幕条：正在进行的节目，或公告`],
  ['danmaku', msg`弹幕`],
  ['ticker', msg`滚动评论`],
  ['poll', msg`投票`],
  ['alert', msg`提醒：公告、置顶、新节目、投票，每次 4 秒`],
];

/** For a browser source in OBS: clear pages that lie over the video. */
export function OverlayLinks() {
  const { t } = useLingui();
  const slug = useEventState(({ event }) => event.slug);
  return (
    <section className={styles.overlays}>
      <h3 className={styles.title}>
        <Trans>叠加在视频上（OBS 浏览器源，1920 × 1080）</Trans>
      </h3>
      {overlays.map(([overlay, title]) => (
        <CopyLink key={overlay} title={t(title)} url={screenUrl(slug, { overlay })} />
      ))}
      <p className={styles.note}>
        <Trans>底色透明，OBS 里不必写样式。来源隐藏时自动停下，重新加载不播动画。</Trans>
      </p>
    </section>
  );
}
