import type { EventState } from '#shared/model/state.ts';
import type { You } from '../../sdk/index.ts';
import { optionLetter } from '../../ui/live/option-letter.ts';

/** A ballot of one's own in words: what was asked and what was chosen. */
export type OwnBallot = { id: string; question: string; choices: string[]; isOpen: boolean };

/** Of polls and of a contest's votes, in the order they were opened; a contest asks anew for each box. */
export function ownBallots({ polls, contest }: EventState, ballots: You['ballots']): OwnBallot[] {
  const chosen = (id: string): readonly string[] => (ballots as Record<string, readonly string[]>)[id] ?? [];
  const ofPolls = polls.map(({ id, question, options, status }) => ({
    id,
    question,
    isOpen: status === 'open',
    choices: options.flatMap((option, index) =>
      chosen(id).includes(option.id) ? [`${optionLetter(index)} ${option.label}`] : [],
    ),
  }));
  const nameOf = (id: string): string => contest?.contestants.find((one) => one.id === id)?.name ?? id;
  const ofRounds = (contest?.rounds ?? []).flatMap(({ title, voting }) =>
    (voting?.boxes ?? []).map(({ id }) => ({
      id,
      question: title,
      isOpen: voting?.isOpen ?? false,
      choices: chosen(id).map(nameOf),
    })),
  );
  return [...ofPolls, ...ofRounds].filter(({ choices }) => choices.length > 0);
}
