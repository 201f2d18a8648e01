import { Trans } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import styles from './RehearsalTab.module.css';

/** Hangs from the edge above everything safe: the crew sees it on every scene, and no scene has to make room. Overlays carry it in the same place, so that several of them show it once. */
export function RehearsalTab() {
  const isRehearsal = useEventState(({ event }) => event.rehearsal === true);
  if (!isRehearsal) return null;
  return (
    <p className={styles.tab}>
      <Trans>彩排</Trans>
    </p>
  );
}
