import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { LIMITS } from '#shared/limits.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { Poll } from '#shared/model/poll.ts';
import type { PollDraft } from './polls.ts';

export const TEMPLATES = ['yesNo', 'letters', 'stars', 'programme'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export const templateWords: Record<TemplateName, MessageDescriptor> = {
  yesNo: msg`是 / 否`,
  letters: msg`A / B`,
  stars: msg`1–5 星`,
  programme: msg`节目单`,
};

/** The words a template writes, in the language of whoever writes the poll. */
export type TemplateTexts = { yes: string; no: string; favourite: string };

const STARS = ['★', '★★', '★★★', '★★★★', '★★★★★'];

/** What a template fills in; what was written as the question stays. */
export function fromTemplate(
  name: TemplateName,
  draft: PollDraft,
  { yes, no, favourite }: TemplateTexts,
  rundown: readonly RundownItem[],
): PollDraft {
  switch (name) {
    case 'yesNo':
      return { ...draft, options: [yes, no], isMany: false };
    case 'letters':
      return { ...draft, options: ['A', 'B'], isMany: false };
    case 'stars':
      return { ...draft, options: STARS, isMany: false };
    case 'programme': {
      const titles = rundown.map(({ title }) => title.slice(0, LIMITS.optionLength));
      const options = [...new Set(titles)].slice(0, LIMITS.options.max);
      return { ...draft, question: draft.question || favourite, options, isMany: false };
    }
  }
}

/** An earlier poll, to be put once more. */
export const copyOf = (poll: Poll): PollDraft => ({
  question: poll.question,
  options: poll.options.map(({ label }) => label),
  isMany: poll.multiple > 1,
  multiple: Math.max(2, poll.multiple),
  isChangeable: poll.changeable,
  isHidden: poll.results === 'hidden',
  seconds: poll.closesAfterSeconds ?? 0,
});
