import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EventStatus } from '#shared/model/event.ts';
import type { ReactionKind, ViewerCounts } from '#shared/model/gauges.ts';
import type { Poll } from '#shared/model/poll.ts';
import type { ErrorCode } from '#shared/protocol/errors.ts';

/** The same word for the same thing on every page; `t(words)` from `useLingui` makes it text. */
export const eventStatusWords: Record<EventStatus, MessageDescriptor> = {
  draft: msg`筹备中`,
  scheduled: msg`预告`,
  live: msg`直播中`,
  ended: msg`已结束`,
};

export const pollStatusWords: Record<Poll['status'], MessageDescriptor> = {
  draft: msg`草稿`,
  open: msg`投票中`,
  closed: msg`投票结束`,
  revealed: msg`已揭晓`,
};

type CounterWords = { label: MessageDescriptor; definition: MessageDescriptor };

/** Every counter with its one meaning. */
export const counterWords: Record<keyof ViewerCounts, CounterWords> = {
  online: {
    label: msg`在线人数`,
    definition: msg`此刻连接着的观众人数。各服务节点分别去重后相加；同时连着两个节点的人会计两次。`,
  },
  peak: { label: msg`最高同时在线`, definition: msg`到目前为止在线人数的最高值。` },
  unique: { label: msg`观看人数`, definition: msg`连接满 5 秒的观众人数，每人只计一次，精确值。` },
  visits: { label: msg`观看人次`, definition: msg`观看的次数：同一人离开 30 分钟以上再回来，另计一次。` },
  participations: {
    label: msg`参与人次`,
    definition: msg`已接受的评论、选票与互动批次之和。连续点按合为一批，不按点击数计。`,
  },
  comments: { label: msg`评论`, definition: msg`已接受的评论条数。` },
  ballots: { label: msg`选票`, definition: msg`已投入的选票张数。` },
  reactionBatches: { label: msg`互动批次`, definition: msg`已接受的互动批次，半秒内的连续点按算一批。` },
};

export const reactionWords: Record<ReactionKind, MessageDescriptor> = {
  like: msg`点赞`,
  heart: msg`爱心`,
  flower: msg`送花`,
  applause: msg`鼓掌`,
  fire: msg`加油`,
};

/** What a refusal means for the person who sees it. */
export const refusalWords: Record<ErrorCode, MessageDescriptor> = {
  INVALID: msg`内容不符合要求，请修改后再试`,
  UNKNOWN_COMMAND: msg`页面版本过旧，请刷新`,
  FORBIDDEN: msg`没有权限进行此操作`,
  NOT_FOUND: msg`没有找到`,
  CLOSED: msg`现在不接受`,
  ALREADY: msg`你已经投过票了`,
  EXISTS: msg`已经存在同名的内容`,
  ID_REUSE: msg`请求重复，请刷新页面后再试`,
  CONFLICT: msg`有人刚刚改动过，请再试一次`,
  MUTED: msg`你已被禁言`,
  RATE: msg`太快了，请稍等再试`,
  TOO_LARGE: msg`内容过长`,
  UNSUPPORTED: msg`页面版本过旧，请刷新`,
  UNAVAILABLE: msg`暂时无法连接，请稍后再试`,
  INTERNAL: msg`服务出错了，请稍后再试`,
};
