import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inBookMarks } from '../../ui/contest/book-marks.ts';
import type { Person } from '../../ui/contest/people.ts';
import { cx } from '../../ui/cx.ts';
import styles from './PersonLine.module.css';

type Props = { person: Person; isLarge?: boolean; children?: ReactNode };

/** A contestant in a line: photo, number, name, where from, and the speech. */
export function PersonLine({ person, isLarge = false, children }: Props) {
  return (
    <div className={cx(styles.line, isLarge && styles.large)}>
      <span className={styles.photo} aria-hidden="true">
        {person.photo ? (
          <img className={styles.image} src={person.photo} alt="" loading="lazy" />
        ) : (
          [...person.name][0]
        )}
      </span>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {person.name}
        </span>
        <span className={styles.note} dir="auto">
          {[person.organisation, person.title && inBookMarks(person.title)].filter(Boolean).join(' · ')}
        </span>
        {person.status !== 'competing' && (
          <span className={styles.state}>
            {person.status === 'withdrawn' ? <Trans>已退赛</Trans> : <Trans>暂停投票</Trans>}
          </span>
        )}
      </span>
      {children}
    </div>
  );
}
