import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef } from 'react';
import type { Author } from '#shared/model/comment.ts';
import type { CommentRow } from '../../sdk/index.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { roleWords } from '../../ui/live/role-words.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import { counterWords } from '../../ui/live/words.ts';
import { JoinRail } from '../frame/JoinRail.tsx';
import { Rolling } from '../frame/Rolling.tsx';
import { Strap } from '../frame/Strap.tsx';
import { useWall } from './use-wall.ts';
import styles from './WallScene.module.css';

/** The comment wall: what is being said, rising from below; the pin stays on top. */
export function WallScene() {
  const { t } = useLingui();
  const wall = useWall();
  const pinned = useEventState((state) => state.pinned);
  const online = useEventState(({ gauges }) => gauges.viewers.online);
  return (
    <div className={styles.scene}>
      <Strap>
        <span className={styles.online}>
          {t(counterWords.online.label)} <Rolling value={online} />
        </span>
      </Strap>
      <div className={styles.body}>
        <div className={styles.wall}>
          {pinned && (
            <div className={styles.pin}>
              <Name author={pinned.author} /> <span dir="auto">{pinned.text}</span>
            </div>
          )}
          {wall.length === 0 ? (
            <p className={styles.empty}>
              <Trans>第一条评论，等你来说</Trans>
            </p>
          ) : (
            <Rows rows={wall} />
          )}
        </div>
        <JoinRail title={<Trans>扫码发评论</Trans>}>
          <Sample />
        </JoinRail>
      </div>
    </div>
  );
}

/** Rows stand at the bottom; the list rises by the height of the newcomer. */
function Rows({ rows }: { rows: readonly CommentRow[] }) {
  const list = useRef<HTMLUListElement>(null);
  const isReduced = useReducedMotion();
  const newest = rows[rows.length - 1]?.key ?? null;
  const before = useRef(newest);
  useLayoutEffect(() => {
    const isNew = before.current !== newest;
    before.current = newest;
    const last = list.current?.lastElementChild;
    if (!isNew || !list.current || !last) return;
    const timing = { duration: 500, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
    last.animate([{ opacity: 0 }, { opacity: 1 }], timing);
    if (isReduced) return;
    const height = last.getBoundingClientRect().height;
    list.current.animate([{ transform: `translateY(${height}px)` }, { transform: 'none' }], timing);
  }, [newest, isReduced]);
  return (
    <div className={styles.window}>
      <ul ref={list} className={styles.rows}>
        {rows.map((row) => (
          <li key={row.key} className={styles.row}>
            <Name author={row.author} />
            <span className={styles.text} dir="auto">
              {row.text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Name({ author }: { author: Author }) {
  const { t } = useLingui();
  const isTeam = author.role !== 'viewer';
  return (
    <span className={isTeam ? styles.team : styles.name} dir="auto">
      {isTeam && `${t(roleWords[author.role])} · `}
      {author.name || t`观众`}
    </span>
  );
}

/** In a flood everyone has the same chance, and the hall is told. */
function Sample() {
  const oneIn = Math.round(useEventState(({ gauges }) => gauges.flow.oneIn));
  if (oneIn <= 1) return null;
  return (
    <p className={styles.sample}>
      <Trans>评论很多，每 {oneIn} 条随机展示 1 条</Trans>
    </p>
  );
}
