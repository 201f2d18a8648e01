import { LIMITS } from '#shared/limits.ts';
import type { Poll } from '#shared/model/poll.ts';
import type { RawInput } from '#shared/protocol/commands.ts';

const ORDER: Record<Poll['status'], number> = { open: 0, closed: 1, draft: 2, revealed: 3 };

/** What asks for a hand first: open, then closed and not revealed, then drafts; the revealed ones last, newest first. */
export function inOrder(polls: readonly Poll[]): Poll[] {
  const placed = polls.map((poll, index) => ({ poll, index }));
  placed.sort(
    (a, b) =>
      ORDER[a.poll.status] - ORDER[b.poll.status] ||
      (a.poll.status === 'revealed' ? b.index - a.index : a.index - b.index),
  );
  return placed.map(({ poll }) => poll);
}

/** The poll a hall would want to see now: the one being voted on, else the last one that was. */
export function pollForStage(polls: readonly Poll[]): Poll | null {
  const known = polls.filter((poll) => poll.status !== 'draft');
  return known.find((poll) => poll.status === 'open') ?? known[known.length - 1] ?? null;
}

/** A poll as it is being written. `seconds` 0 leaves it open until it is closed by hand. */
export type PollDraft = {
  question: string;
  options: readonly string[];
  isMany: boolean;
  multiple: number;
  isChangeable: boolean;
  isHidden: boolean;
  seconds: number;
};

export const blankPoll: PollDraft = {
  question: '',
  options: ['', ''],
  isMany: false,
  multiple: 2,
  isChangeable: false,
  isHidden: false,
  seconds: 0,
};

export type DraftProblem = 'question' | 'options' | 'same';

/** What is to be sent, or what is missing. Empty options are not there. */
export function checkPoll(draft: PollDraft): { input: RawInput<'poll:create'> } | { problem: DraftProblem } {
  const question = draft.question.trim();
  const options = draft.options.map((option) => option.trim()).filter((option) => option !== '');
  if (question === '') return { problem: 'question' };
  if (options.length < LIMITS.options.min) return { problem: 'options' };
  if (new Set(options).size < options.length) return { problem: 'same' };
  return {
    input: {
      question,
      options,
      multiple: draft.isMany ? Math.min(Math.max(2, draft.multiple), options.length) : 1,
      changeable: draft.isChangeable,
      results: draft.isHidden ? 'hidden' : 'live',
      ...(draft.seconds > 0 && { closesAfterSeconds: draft.seconds }),
    },
  };
}

/** Options typed or pasted into the one at `index`: each line becomes an option of its own. */
export function withOption(options: readonly string[], index: number, text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.slice(0, LIMITS.optionLength));
  return [...options.slice(0, index), ...lines, ...options.slice(index + 1)].slice(0, LIMITS.options.max);
}
