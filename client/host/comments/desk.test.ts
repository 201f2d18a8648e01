import { afterEach, describe, expect, it } from 'vitest';
import { deskActionOf, isForDesk } from './desk-keys.ts';
import { selectedId, stepped } from './selection.ts';
import { fitsOneMessage, parseWords } from './words-text.ts';

const press = (key: string, target: EventTarget = document.body, fields: Partial<KeyboardEvent> = {}) => ({
  key,
  target,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...fields,
});

describe('keys of the desk', () => {
  afterEach(() => document.body.replaceChildren());

  it('act without focus, in either case', () => {
    expect(deskActionOf(press('a'))).toBe('approve');
    expect(deskActionOf(press('R'))).toBe('reject');
    expect(deskActionOf(press('j'))).toBe('next');
    expect(deskActionOf(press('x'))).toBeNull();
  });

  it('rest while someone writes, composes, or answers a dialog', () => {
    const field = document.createElement('input');
    expect(deskActionOf(press('a', field))).toBeNull();
    expect(deskActionOf(press('a', document.body, { isComposing: true }))).toBeNull();
    expect(deskActionOf(press('a', document.body, { ctrlKey: true }))).toBeNull();
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    expect(isForDesk(press('u'))).toBe(false);
  });
});

describe('the selection', () => {
  const ids = ['a', 'b', 'c'];

  it('starts at the first and stays within the list', () => {
    expect(stepped(null, ids, 1)).toEqual({ id: 'a', index: 0 });
    expect(stepped({ id: 'c', index: 2 }, ids, 1)).toEqual({ id: 'c', index: 2 });
    expect(stepped({ id: 'a', index: 0 }, ids, -1)).toEqual({ id: 'a', index: 0 });
    expect(stepped(null, [], 1)).toBeNull();
  });

  it('moves on to what takes the place of a row that is gone', () => {
    expect(selectedId({ id: 'b', index: 1 }, ['a', 'c'])).toBe('c');
    expect(selectedId({ id: 'c', index: 2 }, ['a', 'b'])).toBe('b');
    expect(selectedId({ id: 'a', index: 0 }, [])).toBeNull();
  });
});

describe('the word list as text', () => {
  it('takes lines, commas of both kinds, and each word once', () => {
    expect(parseWords('博彩\n加微信，刷单、 博彩 \n\n;x')).toEqual({
      words: ['博彩', '加微信', '刷单', 'x'],
      tooLong: [],
    });
  });

  it('names what is too long instead of losing it silently', () => {
    expect(parseWords(`好\n${'长'.repeat(41)}`)).toEqual({ words: ['好'], tooLong: ['长'.repeat(41)] });
  });

  it('knows what one message can carry', () => {
    expect(fitsOneMessage({ block: ['博彩'] })).toBe(true);
    expect(fitsOneMessage({ block: Array.from({ length: 2_000 }, (_, index) => `词语${index}`) })).toBe(
      false,
    );
  });
});
