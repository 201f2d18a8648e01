import { MineButton } from '../mine/MineButton.tsx';
import { Composer } from './Composer.tsx';
import styles from './Speak.module.css';

/** The composer, with one's own comments and ballots beside it. */
export function Speak() {
  return (
    <div className={styles.speak}>
      <div className={styles.mine}>
        <MineButton />
      </div>
      <Composer />
    </div>
  );
}
