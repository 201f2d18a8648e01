import type { OptionId, PollId } from '#shared/model/ids.ts';
import type { RawInput } from '#shared/protocol/commands.ts';
import type { TestApp } from './app.ts';

/** A poll of three options, and the ballots that name them by index. */
export type TestPoll = {
  pollId: PollId;
  options: OptionId[];
  vote(...indexes: number[]): { pollId: PollId; optionIds: OptionId[] };
};

type Wishes = Partial<RawInput<'poll:create'>>;

export const OPTIONS = ['合唱', '舞蹈', '演讲'];

export async function draftPoll(app: TestApp, wishes: Wishes = {}, event?: string): Promise<TestPoll> {
  const input = { question: '最期待哪个?', options: OPTIONS, ...wishes };
  const { pollId, optionIds } = await app.run('poll:create', input, event);
  return {
    pollId,
    options: optionIds,
    vote: (...indexes) => ({ pollId, optionIds: indexes.flatMap((index) => optionIds[index] ?? []) }),
  };
}

export async function openPoll(app: TestApp, wishes: Wishes = {}, event?: string): Promise<TestPoll> {
  const poll = await draftPoll(app, wishes, event);
  await app.run('poll:open', { pollId: poll.pollId }, event);
  return poll;
}
