import { useLayoutEffect, useRef } from 'react';
import type { Scene } from '#shared/model/stage.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { cx } from '../../ui/cx.ts';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import { Sky } from '../../ui/parts/Sky.tsx';
import { ContestScene } from '../contest/ContestScene.tsx';
import { useScene } from '../frame/stage-context.ts';
import { AnnouncementScene } from './AnnouncementScene.tsx';
import { CountdownScene } from './CountdownScene.tsx';
import { CounterScene } from './CounterScene.tsx';
import { IdleScene } from './IdleScene.tsx';
import { PollScene } from './PollScene.tsx';
import styles from './SceneView.module.css';
import { WallScene } from './WallScene.tsx';

const FADE_MS = 700;

/** The scene on air. A change of scene fades in; a page that is loaded stands there at once. */
export function SceneView() {
  const isKnown = useClientState((state) => state.event !== null);
  const scene = useScene();
  const slug = useEventState(({ event }) => event.slug);
  const key = isKnown ? keyOf(scene) : null;
  const element = useFadeBetween(key);
  const isBlack = key === 'blackout';
  return (
    <div className={isBlack ? styles.black : styles.view}>
      {!isBlack && (
        <div className={cx(styles.sky, key !== 'idle' && styles.quiet)}>
          <Sky seed={slug} stars={110} isLive={key === 'idle'} />
        </div>
      )}
      <div ref={element} className={styles.safe}>
        {isKnown && <Shown scene={scene} key={key} />}
      </div>
    </div>
  );
}

function Shown({ scene }: { scene: Scene }) {
  switch (scene.scene) {
    case 'idle':
      return <IdleScene />;
    case 'counter':
      return <CounterScene />;
    case 'wall':
      return <WallScene />;
    case 'poll':
      return <PollScene pollId={scene.pollId} />;
    case 'countdown':
      return <CountdownScene endsAt={scene.endsAt} label={scene.label} />;
    case 'announcement':
      return <AnnouncementScene title={scene.title} text={scene.text} />;
    case 'contest':
      return <ContestScene view={scene.view} />;
    case 'blackout':
      return null;
    default:
      return unreachable(scene);
  }
}

const keyOf = (scene: Scene): string =>
  scene.scene === 'idle' || scene.scene === 'blackout' || scene.scene === 'wall' || scene.scene === 'counter'
    ? scene.scene
    : JSON.stringify(scene);

function useFadeBetween(key: string | null) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef<string | null>(null);
  const isReduced = useReducedMotion();
  useLayoutEffect(() => {
    const isChange = before.current !== null && before.current !== key;
    before.current = key;
    if (!isChange) return;
    const move = isReduced ? 'none' : 'translateX(1.5%)';
    element.current?.animate(
      [
        { opacity: 0, transform: move },
        { opacity: 1, transform: 'none' },
      ],
      {
        duration: FADE_MS,
        easing: 'cubic-bezier(0.2, 0, 0, 1)',
      },
    );
  }, [key, isReduced]);
  return element;
}
