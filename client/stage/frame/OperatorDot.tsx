import { useClientState } from '../../ui/live/client-context.ts';
import styles from './OperatorDot.module.css';

/** The hall sees the last picture, frozen; the operator sees this dot. The key overlay says more. */
export function OperatorDot() {
  const status = useClientState((state) => state.status);
  const isCalm = status === 'live' || status === 'stale' || status === 'connecting';
  return isCalm ? null : <span className={styles.dot} aria-hidden="true" data-status={status} />;
}
