import { describe, expect, test } from 'vitest';
import { readCommand } from './inbound.ts';

describe('messages read without the official decoders', () => {
  test.each([
    ['420["poll:vote",{"pollId":"a"}]', { name: 'poll:vote', input: { pollId: 'a' }, ack: 0 }],
    ['4217["comment:post",{"text":"你好 ]"}]', { name: 'comment:post', input: { text: '你好 ]' }, ack: 17 }],
    ['421[ "comment:post" , "no object" ]', { name: 'comment:post', input: 'no object', ack: 1 }],
  ])('%s', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });

  test.each([
    ['nothing', ''],
    ['a heartbeat', '3'],
    ['no ack asked for', '42["poll:vote",{}]'],
    ['an ack', '431[{}]'],
    ['a namespace', '42/,1["poll:vote",{}]'],
    ['binary', '451-1["poll:vote",{}]'],
    ['a number beyond numbers', `42${'9'.repeat(16)}["poll:vote",{}]`],
    ['a number that is not whole', '421.5["poll:vote",{}]'],
    ['no JSON', '421["poll:vote",{}'],
    ['no list', '421{"0":"poll:vote"}'],
    ['no arguments', '421["poll:vote"]'],
    ['two arguments', '421["poll:vote",{},{}]'],
    ['no command of ours', '421["disconnect",{}]'],
    ['a name every object has', '421["constructor",{}]'],
    ['a name that is none', '421[["poll:vote"],{}]'],
  ])('%s: left to them', (_, text) => {
    expect(readCommand(text)).toBeNull();
  });
});
