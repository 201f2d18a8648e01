import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Round } from '#shared/model/contest.ts';

export const roundStatusWords: Record<Round['status'], MessageDescriptor> = {
  draft: msg`未开始`,
  open: msg`打分中`,
  sealed: msg`已封分`,
  published: msg`已公布`,
};
