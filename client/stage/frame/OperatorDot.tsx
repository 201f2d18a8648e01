import { useClientState } from '../../ui/live/client-context.ts';
import styles from './OperatorDot.module.css';

/** The hall sees the last picture, frozen; the operator sees this dot, also when a press came to nothing. */
export function OperatorDot({ isRefused = false }: { isRefused?: boolean }) {
  const status = useClientState((state) => state.status);
  const isCalm = status === 'live' || status === 'stale' || status === 'connecting';
  if (isCalm && !isRefused) return null;
  return <span className={styles.dot} aria-hidden="true" data-status={isCalm ? 'refused' : status} />;
}
