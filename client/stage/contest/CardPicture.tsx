import { Trans } from '@lingui/react/macro';
import type { Person } from '../../ui/contest/people.ts';
import { Fit } from '../frame/Fit.tsx';
import styles from './CardPicture.module.css';
import { Dots } from './Dots.tsx';
import { Portrait } from './Portrait.tsx';
import { WorkTitle } from './WorkTitle.tsx';

/** Who is on the stage: the name as large as a name can be. `isCounting`: the scores come next. */
export function CardPicture({ person, isCounting }: { person: Person; isCounting: boolean }) {
  return (
    <article className={styles.card}>
      <div className={styles.left}>
        <Portrait person={person} className={styles.portrait} />
        <span className={styles.number}>{String(person.number).padStart(2, '0')}</span>
      </div>
      <div className={styles.words}>
        <Fit className={styles.fit} least={0.36}>
          <h1 className={styles.name} dir="auto">
            {person.name}
          </h1>
          {person.organisation && (
            <p className={styles.organisation} dir="auto">
              {person.organisation}
            </p>
          )}
          {person.title && <WorkTitle className={styles.title} title={person.title} />}
          {!isCounting && person.introduction && (
            <p className={styles.introduction} dir="auto">
              {person.introduction}
            </p>
          )}
        </Fit>
        {isCounting && (
          <p className={styles.counting}>
            <Trans>统分中</Trans> <Dots />
          </p>
        )}
      </div>
    </article>
  );
}
