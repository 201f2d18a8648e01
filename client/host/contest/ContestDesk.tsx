import { useState } from 'react';
import type { Contest } from '#shared/model/contest.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import styles from './ContestDesk.module.css';
import { ContestSettings } from './ContestSettings.tsx';
import { NewContest } from './NewContest.tsx';
import { firstPart, type Part, partOf } from './parts.ts';
import { ContestantsPart } from './people/ContestantsPart.tsx';
import { JudgesPart } from './people/JudgesPart.tsx';
import { PairingAlerts } from './people/PairingAlerts.tsx';
import { Rail } from './Rail.tsx';
import { RoundPart } from './RoundPart.tsx';

/** The contest at the desk, or the way to one. */
export function ContestDesk({ slug }: { slug: string }) {
  const contest = useEventState((state) => state.contest);
  return contest === null ? <NewContest /> : <Desk contest={contest} slug={slug} />;
}

/** Its people and rounds on the left, the one that is open beside them. */
function Desk({ contest, slug }: { contest: Contest; slug: string }) {
  const [chosen, setChosen] = useState<Part>(() => firstPart(contest));
  const part = partOf(contest, chosen);
  const round = contest.rounds.find(({ id }) => id === part);
  return (
    <div className={styles.desk}>
      <Rail contest={contest} part={part} onChoose={setChosen} />
      <div className={styles.body}>
        <PairingAlerts contest={contest} />
        {part === 'contestants' && <ContestantsPart contest={contest} slug={slug} />}
        {part === 'judges' && <JudgesPart contest={contest} slug={slug} />}
        {part === 'settings' && <ContestSettings contest={contest} />}
        {round && (
          <RoundPart key={round.id} contest={contest} round={round} slug={slug} onChoose={setChosen} />
        )}
      </div>
    </div>
  );
}
