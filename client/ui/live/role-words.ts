import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '#shared/model/actor.ts';

export const roleWords: Record<Role, MessageDescriptor> = {
  viewer: msg`观众`,
  judge: msg`评委`,
  headJudge: msg`评委主席`,
  scrutineer: msg`监督员`,
  timekeeper: msg`计时员`,
  moderator: msg`管理员`,
  host: msg`主持人`,
  screen: msg`大屏`,
  admin: msg`主办方`,
};
