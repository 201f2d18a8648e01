import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DeskAct } from '#shared/model/desk.ts';

/** Acts of the desk by their fact; what is not listed is said in general. */
const WORDS: Record<string, MessageDescriptor> = {
  'event:created': msg`创建了活动`,
  'rundown:changed': msg`走到流程`,
  'poll:opened': msg`开始了投票`,
  'poll:closed': msg`停止了投票`,
  'poll:revealed': msg`揭晓了投票`,
  'poll:discarded': msg`删除了草稿`,
  'comment:withdrawn': msg`隐藏了`,
  'comment:restored': msg`恢复了`,
  'comment:approved': msg`通过了`,
  'comment:rejected': msg`没有通过`,
  'comment:held': msg`放回了待审`,
  'comment:pinned': msg`置顶了`,
  'comment:unpinned': msg`取消了置顶`,
  'viewer:muted': msg`禁言了`,
  'viewer:unmuted': msg`解除了禁言`,
  'viewer:kicked': msg`请出了一位观众`,
  'words:changed': msg`改了词表`,
  'stage:taken': msg`切换了大屏`,
  'screen:changed': msg`调整了屏幕`,
  'screen:removed': msg`删了一块屏幕`,
  'screen:linked': msg`做了一条大屏链接`,
  'screen:revoked': msg`收回了一条大屏链接`,
  'announcement:made': msg`发了公告`,
  'announcement:cleared': msg`撤下了公告`,
  'wall:cleared': msg`清了屏`,
};

const SETTINGS: Record<string, MessageDescriptor> = {
  'open yes': msg`恢复了评论`,
  'open no': msg`暂停了评论`,
  'mode post': msg`改为先发后审`,
  'mode delay': msg`改为延迟展示`,
  'mode first': msg`改为首次先审`,
  'mode pre': msg`改为全部先审`,
  'slow 0': msg`解除了慢速`,
  'status scheduled': msg`公布了预告`,
  'status live': msg`开始了直播`,
  'status ended': msg`结束了活动`,
};

const CONTEST = msg`操作了比赛`;
const OTHER = msg`改了设置`;
const SLOW = msg`开启了慢速`;
const RUNDOWN = msg`改了流程单`;
const WALL_BACK = msg`恢复了大屏评论`;

/** What was done, and to what, as far as that is more than the act itself. */
export function wordsOf({ type, about }: DeskAct): { words: MessageDescriptor; about: string } {
  if (type === 'event:changed')
    return { words: SETTINGS[about] ?? (about.startsWith('slow ') ? SLOW : OTHER), about: '' };
  if (type === 'wall:cleared')
    return { words: about === 'restored' ? WALL_BACK : (WORDS[type] ?? OTHER), about: '' };
  if (type === 'rundown:changed' && about === '') return { words: RUNDOWN, about };
  return { words: WORDS[type] ?? CONTEST, about };
}
