import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { storage } from '../../sdk/index.ts';
import styles from './DeskSwitch.module.css';

const ContestDesk = lazy(() =>
  import('./ContestDesk.tsx').then(({ ContestDesk: Part }) => ({ default: Part })),
);

export type DeskName = 'show' | 'contest';

const storedAs = (slug: string): string => `xinli:host-desk:${slug}`;

/** Which of the two desks is open on this device; it stays open over a reload. */
export function useDesk(slug: string): [DeskName, (name: DeskName) => void] {
  const [desk, setDesk] = useState<DeskName>(() =>
    storage.read(storedAs(slug)) === 'contest' ? 'contest' : 'show',
  );
  return [
    desk,
    (name) => {
      storage.write(storedAs(slug), name);
      setDesk(name);
    },
  ];
}

type Props = { desk: DeskName; onChange: (desk: DeskName) => void };

/** From the live show to the contest and back. */
export function DeskSwitch({ desk, onChange }: Props) {
  const { t } = useLingui();
  const item = (name: DeskName, words: ReactNode): ReactNode => (
    <button
      type="button"
      className={styles.item}
      aria-current={name === desk ? 'page' : undefined}
      onClick={() => onChange(name)}
    >
      {words}
    </button>
  );
  return (
    <nav className={styles.switch} aria-label={t`导播台`}>
      {item('show', <Trans>直播</Trans>)}
      {item('contest', <Trans>比赛</Trans>)}
    </nav>
  );
}

/** The contest's desk, fetched when it is first opened. */
export const Contest = ({ slug }: { slug: string }) => (
  <Suspense fallback={null}>
    <ContestDesk slug={slug} />
  </Suspense>
);
