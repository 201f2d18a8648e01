import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId, JudgeId } from '#shared/model/ids.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/parts/States.tsx';
import { CardPanel } from './CardPanel.tsx';
import { follow } from './card-state.ts';
import { EntryList } from './EntryList.tsx';
import styles from './Tablet.module.css';
import { TieRank } from './TieRank.tsx';
import { useCards } from './use-cards.ts';

type Props = { contest: Contest; round: Round; judgeId: JudgeId };

/** The list and one card; on a narrow screen one at a time. */
export function Tablet({ contest, round, judgeId }: Props) {
  const { t } = useLingui();
  const entries = useCards(contest, round, judgeId);
  const called = contest.current?.roundId === round.id ? contest.current.entryId : null;
  const [shownId, setShownId] = useState<ContestantId | null>(called);
  const [followed, setFollowed] = useState(called);
  const isTieBreak = contest.judges.some(({ id, isTieBreak: is }) => is && id === judgeId);
  const shown = entries.find(({ key }) => key.entryId === shownId) ?? null;
  if (followed !== called) {
    setFollowed(called);
    setShownId(follow(shownId, shown?.state ?? null, called));
  }

  return (
    <div className={cx(styles.tablet, shown && styles.hasCard)}>
      <nav className={styles.list} aria-label={t`选手名单`}>
        <EntryList
          round={round}
          entries={entries}
          calledId={called}
          shownId={shownId}
          onShow={(id) => setShownId(id)}
        />
        {isTieBreak && round.status === 'open' && (
          <div className={styles.tie}>
            <TieRank round={round} entries={entries} />
          </div>
        )}
      </nav>
      <section key={shownId} className={styles.card} aria-label={t`评分表`}>
        {shown ? (
          <CardPanel
            key={shown.key.entryId}
            round={round}
            entry={shown}
            entries={entries}
            called={entries.find(({ key }) => key.entryId === called) ?? null}
            onShow={setShownId}
          />
        ) : (
          <EmptyState title={<Trans>选一位选手开始打分</Trans>}>
            <Trans>选手上台时，这里会自动翻到他的评分表。</Trans>
          </EmptyState>
        )}
      </section>
    </div>
  );
}
