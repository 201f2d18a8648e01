import { Trans } from '@lingui/react/macro';
import type { Plinth, Podium } from '../../ui/contest/podium.ts';
import { cx } from '../../ui/cx.ts';
import { Fit } from '../frame/Fit.tsx';
import { Arrive } from './Arrive.tsx';
import { useArrival } from './arrival.ts';
import { Portrait } from './Portrait.tsx';
import styles from './PodiumPicture.module.css';

/** The podium from the third place to the first; places below it one at a time. */
export function PodiumPicture({ podium }: { podium: Podium }) {
  const [first, second, third] = podium.top;
  const hasTop = podium.top.some(({ state }) => state !== 'waiting');
  const newest = podium.others.find(({ rank }) => rank === podium.newest) ?? podium.others[0];
  if (!hasTop && newest) return <SinglePlace key={newest.rank} plinth={newest} />;
  return (
    <ol className={styles.podium}>
      {[second, first, third].map((plinth) => (
        <li key={plinth.rank} className={cx(styles.place, styles[`rank${plinth.rank}`])}>
          <Holders plinth={plinth} />
          <p className={cx(styles.plinth, plinth.state === 'waiting' && styles.dim)}>
            <PlaceName rank={plinth.rank} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function PlaceName({ rank }: { rank: number }) {
  if (rank === 1) return <Trans>第一名</Trans>;
  if (rank === 2) return <Trans>第二名</Trans>;
  if (rank === 3) return <Trans>第三名</Trans>;
  return <Trans>第 {rank} 名</Trans>;
}

function Holders({ plinth }: { plinth: Plinth }) {
  if (plinth.state === 'waiting') return <p className={styles.waiting}>?</p>;
  if (plinth.state === 'vacant') {
    return (
      <p className={styles.vacant}>
        <Trans>空缺（前面有并列）</Trans>
      </p>
    );
  }
  return <Taken plinth={plinth} />;
}

function Taken({ plinth }: { plinth: Plinth }) {
  const element = useArrival<HTMLDivElement>({
    from: { opacity: 0, transform: 'translateY(6%)' },
    durationMs: 900,
  });
  const many = plinth.holders.length > 1;
  return (
    <div ref={element} className={styles.holders}>
      <div className={styles.portraits}>
        {plinth.holders.slice(0, 3).map(({ person }) => (
          <Portrait key={person.id} person={person} className={styles.portrait} />
        ))}
      </div>
      <Fit className={styles.words} least={0.44}>
        {plinth.holders.map(({ person }) => (
          <div key={person.id} className={cx(many && styles.shared)}>
            <p className={styles.name} dir="auto">
              {person.name}
            </p>
            <p className={styles.organisation} dir="auto">
              {person.organisation}
            </p>
          </div>
        ))}
      </Fit>
      <p className={styles.figure}>{plinth.holders[0]?.figure ?? ''}</p>
    </div>
  );
}

function SinglePlace({ plinth }: { plinth: Plinth }) {
  return (
    <Arrive className={styles.single}>
      <p className={styles.singleRank}>
        <PlaceName rank={plinth.rank} />
      </p>
      <Holders plinth={plinth} />
    </Arrive>
  );
}
