import type { Person } from '../../ui/contest/people.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Portrait.module.css';

/** The photo, or where there is none the family name as a monogram. */
export function Portrait({ person, className }: { person: Person; className?: string | undefined }) {
  return (
    <div className={cx(styles.portrait, className)}>
      {person.photo ? (
        <img className={styles.photo} src={person.photo} alt="" />
      ) : (
        <span className={styles.monogram} aria-hidden="true">
          {[...person.name][0]}
        </span>
      )}
    </div>
  );
}
