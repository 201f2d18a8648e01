import { Trans } from '@lingui/react/macro';
import { contestView, latestRound, votedRound } from '../../ui/contest/contest-view.ts';
import { standingsOf } from '../../ui/contest/standings.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { EmptyState } from '../../ui/parts/States.tsx';
import { AwardList } from './AwardList.tsx';
import { Ballot } from './Ballot.tsx';
import styles from './ContestPanel.module.css';
import { NowOnStage } from './NowOnStage.tsx';
import { Proof } from './Proof.tsx';
import { StandingsTable } from './StandingsTable.tsx';

/** The contest as a viewer meets it: who is on the stage, the ballot, and every result as it is shown. */
export function ContestPanel() {
  const contest = useEventState((state) => state.contest);
  const round = contest && latestRound(contest);
  if (!contest || !round) {
    return (
      <EmptyState title={<Trans>比赛还没有开始</Trans>}>
        <Trans>开赛后，这里会出现选手、投票和成绩。</Trans>
      </EmptyState>
    );
  }
  const voted = votedRound(contest);
  const view = contestView(contest, 'latest');
  const standings = standingsOf(contest, round);
  const ballot = voted && <Ballot contest={contest} round={voted} />;
  const isOver = voted?.status === 'published';
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <p className={styles.over}>{round.title}</p>
        <h2 className={styles.title} dir="auto">
          {contest.title}
        </h2>
      </header>
      {view && <NowOnStage contest={contest} view={view} />}
      {!isOver && ballot}
      {standings.rows.length > 0 && <StandingsTable round={round} standings={standings} />}
      <AwardList contest={contest} round={round} />
      {isOver && ballot}
      <Proof round={round} signer={contest.signer} />
    </div>
  );
}
