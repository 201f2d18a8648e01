import { PollId, type RoundId } from '../../model/ids.ts';

/** The ballot box of a round, of a day and of a group of voters, by a name that is the same whoever makes it. */
export const boxId = (roundId: RoundId, day: number | null, group: number | null): PollId =>
  PollId.parse(`${roundId}.${day === null ? 'vote' : `d${day}`}${group === null ? '' : `.g${group}`}`);

/** Beside a box: the ballots in it that are not clean. */
export const asideId = (box: PollId, mark: 'suspect' | 'unknown'): PollId =>
  PollId.parse(`${box}.${mark === 'suspect' ? 's' : 'u'}`);

/** Which group a viewer said is theirs. */
export const groupBoxId = (roundId: RoundId): PollId => PollId.parse(`${roundId}.groups`);
