import { Trans } from '@lingui/react/macro';
import type { Scene } from '#shared/model/stage.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { type ContestView, contestView, viewKey } from '../../ui/contest/contest-view.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Strap } from '../frame/Strap.tsx';
import { IdleScene } from '../scenes/IdleScene.tsx';
import { StandingProvider, useStanding } from './arrival.ts';
import { Arrive } from './Arrive.tsx';
import { AwardsPicture } from './AwardsPicture.tsx';
import { CardPicture } from './CardPicture.tsx';
import styles from './ContestScene.module.css';
import { CountingPicture } from './CountingPicture.tsx';
import { OpenedPicture } from './OpenedPicture.tsx';
import { PodiumPicture } from './PodiumPicture.tsx';
import { ScoresPicture } from './ScoresPicture.tsx';
import { Seal } from './Seal.tsx';
import { StandingsPicture } from './StandingsPicture.tsx';
import { VotePicture } from './VotePicture.tsx';

type Wanted = Extract<Scene, { scene: 'contest' }>['view'];

/** The contest in the hall: whatever of it has been shown, and nothing that has not. */
export function ContestScene({ view: wanted }: { view: Wanted }) {
  const contest = useEventState((state) => state.contest);
  const standing = useStanding();
  const view = contestView(contest, wanted);
  if (view === null) return <IdleScene />;
  return (
    <StandingProvider value={standing}>
      <div className={styles.scene}>
        <Strap>
          <span className={styles.round}>{view.round.title}</span>
          <Where view={view} />
        </Strap>
        <Arrive key={viewKey(view)} className={styles.picture}>
          <Picture view={view} />
        </Arrive>
        <Seal round={view.round} />
      </div>
    </StandingProvider>
  );
}

function Where({ view }: { view: ContestView }) {
  const person = view.view === 'card' ? view.person : view.view === 'scores' ? view.reveal.person : null;
  if (person === null) return null;
  return (
    <span className={styles.where}>
      <Trans>
        第 {person.number} 位 / 共 {view.round.entries.length} 位
      </Trans>
    </span>
  );
}

function Picture({ view }: { view: ContestView }) {
  switch (view.view) {
    case 'opened':
      return <OpenedPicture round={view.round} />;
    case 'card':
      return <CardPicture person={view.person} isCounting={view.isCounting} />;
    case 'scores':
      return <ScoresPicture reveal={view.reveal} />;
    case 'counting':
      return <CountingPicture round={view.round} isSealed={view.isSealed} />;
    case 'podium':
      return <PodiumPicture podium={view.podium} />;
    case 'standings':
      return <StandingsPicture standings={view.standings} />;
    case 'awards':
      return <AwardsPicture round={view.round} awards={view.awards} />;
    case 'vote':
      return <VotePicture round={view.round} />;
    default:
      return unreachable(view);
  }
}
