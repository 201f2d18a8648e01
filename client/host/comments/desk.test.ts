import { afterEach, describe, expect, it } from 'vitest';
import { deskActionOf, isForDesk } from '../parts/desk-keys.ts';
import { selectedId, stepped } from './selection.ts';
import { changeOf, changesOf, parseWords } from './words-text.ts';

const press = (key: string, target: EventTarget = document.body, fields: Partial<KeyboardEvent> = {}) => ({
  key,
  target,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...fields,
});

describe('keys of the desk', () => {
  afterEach(() => document.body.replaceChildren());

  it('act without focus, in either case', () => {
    expect(deskActionOf(press('a'))).toBe('approve');
    expect(deskActionOf(press('R'))).toBe('reject');
    expect(deskActionOf(press('j'))).toBe('next');
    expect(deskActionOf(press('P', document.body, { shiftKey: true }))).toBeNull();
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

  it('goes to the server as what was added and taken off, in messages that are not too large', () => {
    const saved = { block: ['旧', '留'], allow: [], names: [] };
    const added = Array.from({ length: 3_000 }, (_, index) => `词语${index}`);
    const changes = changesOf(saved, { block: ['留', ...added], allow: ['好词'], names: [] });
    expect(changes.length).toBeGreaterThan(1);
    expect(changes.flatMap(({ add }) => add?.block ?? [])).toEqual(added);
    expect(changes.flatMap(({ add }) => add?.allow ?? [])).toEqual(['好词']);
    expect(changes.flatMap(({ remove }) => remove?.block ?? [])).toEqual(['旧']);
    for (const change of changes)
      expect(new TextEncoder().encode(JSON.stringify(change)).length).toBeLessThan(16_000);
    expect(changesOf(saved, saved)).toEqual([]);
    expect(changeOf(saved, { block: ['留', '新'], allow: [], names: [] })).toMatchObject({
      add: { block: ['新'] },
    });
    expect(changeOf(saved, { block: ['留', ...added], allow: ['好词'], names: [] })).toBeNull();
  });
});
