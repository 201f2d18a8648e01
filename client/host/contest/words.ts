import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contestant, Round } from '#shared/model/contest.ts';
import type { BadgeTone } from '../../ui/parts/Badge.tsx';

export const roundStatusWords: Record<Round['status'], MessageDescriptor> = {
  draft: msg`筹备中`,
  open: msg`评分中`,
  sealed: msg`已封存`,
  published: msg`已公布`,
};

export const roundStatusTone: Record<Round['status'], BadgeTone> = {
  draft: 'quiet',
  open: 'live',
  sealed: 'gold',
  published: 'quiet',
};

export const contestantStatusWords: Record<Contestant['status'], MessageDescriptor> = {
  competing: msg`参赛`,
  frozen: msg`冻结投票`,
  withdrawn: msg`退赛`,
};

export const presetWords = {
  speech: {
    name: msg`演讲比赛`,
    about: msg`十分制，去掉最高最低分平均，评委 60%、观众 40%，超时扣分`,
  },
  points: { name: msg`名次计分`, about: msg`每位评委按名次给 12、10、8……分，观众另计一组，相加` },
  mean100: { name: msg`百分制`, about: msg`内容、表达、台风、效果四项，评委平均分` },
} as const;
