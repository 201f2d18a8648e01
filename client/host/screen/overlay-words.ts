import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Overlay } from '#shared/model/screen.ts';

/** What lies over a video, in a word. */
export const overlayWords: Record<Overlay, MessageDescriptor> = {
  counter: msg`在线人数`,
  'lower-third': msg`字幕条`,
  danmaku: msg`弹幕`,
  ticker: msg`滚动评论`,
  poll: msg`投票`,
  alert: msg`提醒`,
};
