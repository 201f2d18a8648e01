import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EmbedLayout, EmbedTheme } from '#shared/protocol/embed.ts';

export const layoutWords: Record<EmbedLayout, MessageDescriptor> = {
  side: msg`画面旁边`,
  below: msg`画面下方`,
  overlay: msg`弹幕叠在画面上`,
  bar: msg`页边一条`,
};

export const themeWords: Record<EmbedTheme, MessageDescriptor> = {
  auto: msg`跟随系统`,
  light: msg`浅色`,
  dark: msg`深色`,
};
