import { describe, expect, test } from 'vitest';
import { defaultNickname, isReservedName } from './names.ts';

describe('passes for somebody, and is refused', () => {
  test.each([
    '主持人',
    '主 持 人',
    '主-持-人',
    '主持人小王',
    '我是主持人',
    '主\u200b持\u200b人',
    '主丶持丶人',
    '管理员',
    '管理员\u200b',
    '管理員',
    '评委',
    '評委3号',
    '評審',
    '官方',
    '【官方】小助手',
    '官方账号',
    '系统',
    '系 統',
    '系统消息',
    '新力现场',
    '新力現場客服',
    '组委会',
    '工作人员01',
    'host',
    'HOST',
    'Hоst',
    'Ηost',
    'нost',
    'Ｈｏｓｔ',
    'ⓗⓞⓢⓣ',
    '🅷🅾🆂🆃',
    'ʜᴏꜱᴛ',
    'h0st',
    'h.o.s.t',
    'h o s t',
    'ho\u0301st',
    'the host',
    'Host_01',
    'XinliHost',
    'admin',
    'Admin王',
    'ADMlN',
    'adm1n',
    '4dmin',
    'adrnin',
    'ad min',
    'AdminWang',
    'moderator',
    'mоdеrаtоr',
    'M0derat0r',
    'official',
    'OFFICIAI',
    '0ff1c1al',
    'Official Account',
    'system',
    'SYSTEM_',
    'sуstеm',
    'Xinli',
    'xin1i',
    'Xinli Live',
    'Хinli 2',
  ])('%s', (name) => {
    expect(isReservedName(name)).toBe(true);
  });
});

describe('is a name like any other', () => {
  test.each([
    '小王',
    'Ghost',
    'Ghostwriter',
    'Lighthouse',
    'hostel',
    'Badminton',
    '羽毛球Badminton',
    'Ecosystem',
    'Xin Li',
    'Xinli Wang',
    'Xinliang',
    '信息系统小李',
    '上官方正',
    '书评委员',
    '主人',
    '持人主',
    '方官',
    '观众0042',
    'Host️ess',
    '😀😀',
    'Анна',
    'Ελένη',
    'ひろし',
  ])('%s', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});

test.each([
  [42, '观众0042'],
  [0, '观众0000'],
  [12_345, '观众12345'],
])('viewer %i is called %s', (number, name) => {
  expect(defaultNickname(number)).toBe(name);
});
