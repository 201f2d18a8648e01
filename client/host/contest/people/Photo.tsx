import { cx } from '../../../ui/cx.ts';
import styles from './people.module.css';

type Props = { name: string; hash: string | null; isLarge?: boolean };

/** A contestant's photo, or the first character of the name in its place. The name stands beside it. */
export function Photo({ name, hash, isLarge = false }: Props) {
  if (hash === null) {
    return (
      <span className={cx(styles.blank, isLarge && styles.large)} aria-hidden="true">
        {[...name.trim()][0] ?? ''}
      </span>
    );
  }
  return <img className={cx(styles.photo, isLarge && styles.large)} src={`/api/v1/photos/${hash}`} alt="" />;
}
