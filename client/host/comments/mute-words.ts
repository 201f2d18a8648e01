import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const MUTE_SECONDS = [10, 60, 300, 600, 1_800, 86_400] as const;

export const muteWords: Record<(typeof MUTE_SECONDS)[number], MessageDescriptor> = {
  10: msg`10 秒`,
  60: msg`1 分钟`,
  300: msg`5 分钟`,
  600: msg`10 分钟`,
  1_800: msg`30 分钟`,
  86_400: msg`24 小时`,
};
