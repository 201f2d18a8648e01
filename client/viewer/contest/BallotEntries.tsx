import { Plural, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { personOf } from '../../ui/contest/people.ts';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import styles from './BallotEntries.module.css';
import { PersonLine } from './PersonLine.tsx';
import type { useContestBallot } from './use-contest-ballot.ts';

type Props = {
  contest: Contest;
  round: Round;
  ballot: ReturnType<typeof useContestBallot>;
  count: { votes: Record<string, number> } | null;
};

/** The entries on the ballot in draw order: to choose from while voting, with the count where it is public. */
export function BallotEntries({ contest, round, ballot, count }: Props) {
  const { t } = useLingui();
  const entries = round.entries.filter(({ id }) => round.voting?.entries.includes(id));
  const most = Math.max(1, ...Object.values(count?.votes ?? {}));
  const isMany = round.vote.perViewer > 1;
  const isFull = isMany && ballot.chosen.length >= round.vote.perViewer;
  if (!ballot.isVoting && count === null) return null;
  return (
    <fieldset className={styles.entries}>
      <legend>
        <Hidden>{isMany ? t`选手（最多选 ${round.vote.perViewer} 位）` : t`选手`}</Hidden>
      </legend>
      {entries.map(({ id }) => {
        const person = personOf(contest, round, id);
        const isChosen = ballot.chosen.includes(id);
        const isOwn = ballot.group !== null && person.organisation === round.vote.groups[ballot.group];
        const isOut = person.status !== 'competing' || isOwn;
        const votes = count?.votes[id] ?? 0;
        return (
          <label
            key={id}
            className={cx(
              styles.entry,
              isChosen && styles.chosen,
              isOut && styles.out,
              isMany && styles.many,
            )}
          >
            {count && (
              <span
                className={styles.fill}
                style={{ transform: `scaleX(${votes / most})` }}
                aria-hidden="true"
              />
            )}
            {ballot.isVoting && (
              <input
                className={styles.input}
                type={isMany ? 'checkbox' : 'radio'}
                name={round.id}
                checked={isChosen}
                disabled={(isOut && !isChosen) || (isFull && !isChosen)}
                onChange={() => ballot.toggle(id)}
              />
            )}
            <span className={styles.ring} aria-hidden="true" />
            <span className={styles.number}>{person.number}</span>
            <PersonLine person={person}>
              {count && (
                <span className={styles.votes}>
                  <Plural value={votes} other="# 票" />
                </span>
              )}
              {ballot.isVoting && !count && <span className={styles.mark} aria-hidden="true" />}
            </PersonLine>
          </label>
        );
      })}
    </fieldset>
  );
}
