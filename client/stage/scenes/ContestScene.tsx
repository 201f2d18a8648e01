import { useEventState } from '../../ui/live/client-context.ts';
import { Fit } from '../frame/Fit.tsx';
import { Strap } from '../frame/Strap.tsx';
import styles from './AnnouncementScene.module.css';
import { IdleScene } from './IdleScene.tsx';

/** The contest: who is on the stage, in which round. Without a contest, the waiting picture. */
export function ContestScene() {
  const contest = useEventState((state) => state.contest);
  if (!contest) return <IdleScene />;
  const { current, contestants, rounds } = contest;
  const round = rounds.find(({ id }) => id === current?.roundId);
  const entry = round?.entries.find(({ id }) => id === current?.entryId);
  const contestant = contestants.find(({ id }) => id === current?.entryId);
  return (
    <div className={styles.scene}>
      <Strap>{round?.title}</Strap>
      <div className={styles.middle}>
        <Fit className={styles.fit} least={0.34}>
          <h1 className={styles.text} dir="auto">
            {contestant?.name ?? contest.title}
          </h1>
          {(entry?.title || contestant?.organisation) && (
            <p className={styles.title} dir="auto">
              {entry?.title || contestant?.organisation}
            </p>
          )}
        </Fit>
      </div>
    </div>
  );
}
