import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Scene } from '#shared/model/stage.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import { refusalWords } from '../ui/live/words.ts';

/** What a refusal means for those who run the show. */
export const deskRefusalWords: Record<ErrorCode, MessageDescriptor> = {
  ...refusalWords,
  INVALID: msg`服务器不接受这些内容，请检查后再试`,
  CLOSED: msg`现在不能这样做，状态已经变了`,
  NOT_FOUND: msg`它已经不在了`,
  UNAVAILABLE: msg`没有收到服务器的答复，请看清现状后再试`,
};

export const sceneWords: Record<Scene['scene'], MessageDescriptor> = {
  idle: msg`等待画面`,
  counter: msg`现场数据`,
  wall: msg`评论墙`,
  poll: msg`投票`,
  countdown: msg`倒计时`,
  announcement: msg`公告`,
  contest: msg`比赛`,
  blackout: msg`黑场`,
};
