import type { OptionId, PollId } from '#shared/model/ids.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import type { You } from './state.ts';

/** What a vote's answer says about the ballot in the box: the one just cast, or the first one with `ALREADY`. */
export function withBallot(you: You, ack: Ack<Output<'poll:vote'>>): You {
  const ballot = ack.ok ? ack.data : asBallot(ack.error.details);
  return ballot ? { ...you, ballots: { ...you.ballots, [ballot.pollId]: ballot.optionIds } } : you;
}

function asBallot(details: unknown): { pollId: PollId; optionIds: OptionId[] } | null {
  const isBallot =
    typeof details === 'object' && details !== null && 'pollId' in details && 'optionIds' in details;
  return isBallot ? (details as { pollId: PollId; optionIds: OptionId[] }) : null;
}
