import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { EmberMark } from './EmberMark.tsx';
import styles from './States.module.css';

type Props = {
  title: ReactNode;
  /** What happens next, or what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Fills the whole page instead of its place in one. */
  isPage?: boolean;
};

/** Nothing here yet: says what will be, and when. */
export function EmptyState({ title, children, actions, isPage = false }: Props) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={cx(styles.state, isPage && styles.page)}>
      {isPage && <EmberMark className={styles.mark} />}
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}

/** Something is wrong: says what, and the way out. Spoken at once. */
export function ErrorState(props: Props) {
  return (
    <div role="alert">
      <EmptyState {...props} />
    </div>
  );
}
