import { LIMITS } from '#shared/limits.ts';
import type { Actor } from '#shared/model/actor.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { WordList } from '#shared/model/event.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import { cleanComment, cleanNickname } from './text/clean.ts';
import { compileWords, type WordMatcher } from './text/words.ts';

/** Entries a moderator is told of; more say nothing more. */
const TOLD = 5;
/** Comments shown of those a change would have caught. */
const EXAMPLES = 5;

/** Entries of the list found in a comment or in its author's name, each once. */
export function wordsAgainst(list: WordList, { text, author }: Pick<Comment, 'text' | 'author'>): string[] {
  const { words, names } = matchersOf(list);
  const hits = [...words.match(text), ...names.match(author.name)];
  return [...new Set(hits.map(({ word }) => word))].slice(0, TOLD);
}

export async function setWords(context: Context, actor: Actor, input: Input<'words:set'>): Promise<WordList> {
  return context.ledger.change(actor, context.command, () => ({
    output: input,
    facts: [{ type: 'words:changed', payload: { words: input } }],
  }));
}

/** Adds and takes off, on whatever the list is then: two who change it at once both succeed. */
export async function changeWords(
  context: Context,
  actor: Actor,
  { add, remove }: Input<'words:change'>,
): Promise<Output<'words:change'>> {
  return context.ledger.change(actor, context.command, ({ desk }) => {
    const words = changedList(desk.words, add, remove);
    const output = { block: words.block.length, allow: words.allow.length, names: words.names.length };
    return { output, facts: [{ type: 'words:changed', payload: { words } }] };
  });
}

type SomeWords = Input<'words:change'>['add'];

function changedList(list: WordList, add: SomeWords, remove: SomeWords): WordList {
  const changed = (kind: keyof WordList): string[] => {
    const gone = new Set(remove[kind]);
    const kept = list[kind].filter((word) => !gone.has(word));
    const all = [...new Set([...kept, ...(add[kind] ?? [])])];
    if (all.length > LIMITS.wordsPerList)
      fail('INVALID', `${kind}: at most ${LIMITS.wordsPerList} words, this would make ${all.length}`);
    return all;
  };
  return { block: changed('block'), allow: changed('allow'), names: changed('names') };
}

/** What a change of the list would have done to the comments shown last. Nothing is changed by asking. */
export async function tryWords(
  context: Context,
  _actor: Actor,
  { add, remove }: Input<'words:try'>,
): Promise<Output<'words:try'>> {
  const { words } = context.ledger.state.desk;
  const wanted = changedList(words, add, remove);
  const page = { status: 'shown', limit: LIMITS.wordsTriedOn, order: 'newest' } as const;
  const shown = (await context.store.listComments(context.slug, page)).map(({ comment }) => comment);
  const caught = shown
    .filter((comment) => wordsAgainst(words, comment).length === 0)
    .map((comment) => ({ comment, words: wordsAgainst(wanted, comment) }))
    .filter((trial) => trial.words.length > 0);
  const examples = caught.slice(0, EXAMPLES).map(({ comment: { id, text, author }, words: found }) => ({
    id,
    text,
    name: author.name,
    words: found,
  }));
  return { tried: shown.length, caught: caught.length, examples };
}

export async function testWords(
  context: Context,
  _actor: Actor,
  { text, nickname }: Input<'words:test'>,
): Promise<Output<'words:test'>> {
  const { event, desk } = context.ledger.state;
  const { words, names } = matchersOf(desk.words);
  const found = (matcher: WordMatcher, said: string): string[] => [
    ...new Set(matcher.match(said).map(({ word }) => word)),
  ];
  const cleanText = text === '' ? null : cleanComment(text, event.comments.maxLength);
  const cleanName = nickname === undefined ? null : cleanNickname(nickname);
  const faultIn = [cleanText, cleanName].find((cleaned) => cleaned !== null && !cleaned.ok);
  return {
    words: found(words, text),
    names: found(names, nickname ?? ''),
    fault: faultIn && !faultIn.ok ? faultIn.reason : null,
  };
}

type Matchers = { words: WordMatcher; names: WordMatcher };
const compiled = new WeakMap<WordList, Matchers>();

/** A list is compiled once; the state holds the same object until the list is replaced. A name answers to both lists. */
function matchersOf(list: WordList): Matchers {
  const { block, allow, names } = list;
  const known = compiled.get(list);
  if (known) return known;
  const words = compileWords(list);
  const matchers: Matchers = {
    words,
    names: names.length === 0 ? words : compileWords({ block: [...block, ...names], allow }),
  };
  compiled.set(list, matchers);
  return matchers;
}
