import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { CardSheet } from './CardSheet.tsx';
import { CardsTable } from './CardsTable.tsx';
import styles from './desk.module.css';
import { OnStage } from './OnStage.tsx';
import { SealBox } from './SealBox.tsx';
import { VoteBox } from './VoteBox.tsx';

type Chosen = { entryId: Round['entries'][number]['id']; judgeId: Round['panel'][number] };

/** The desk of a round: who has scored and who is missing, and everything that moves it on. No score is in it. */
export function DeskPart({ contest, round }: { contest: Contest; round: Round }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <div className={styles.desk}>
      <CardsTable contest={contest} round={round} onChoose={setChosen} />
      <div className={styles.side}>
        {round.status === 'open' && <OnStage contest={contest} round={round} />}
        {round.status === 'open' && <VoteBox round={round} />}
        <SealBox contest={contest} round={round} />
      </div>
      {chosen && (
        <CardSheet
          key={`${chosen.entryId} ${chosen.judgeId}`}
          contest={contest}
          round={round}
          {...chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}
