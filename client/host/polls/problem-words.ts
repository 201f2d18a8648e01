import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DraftProblem } from './polls.ts';

export const problemWords: Record<DraftProblem, MessageDescriptor> = {
  question: msg`写下要问的问题`,
  options: msg`至少写两个选项`,
  same: msg`有两个选项一样，请改掉一个`,
};
