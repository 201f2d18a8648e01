import { Trans } from '@lingui/react/macro';
import { JoinCode, ViewerAddress } from './JoinCode.tsx';
import styles from './QrOverlay.module.css';

/** The way in, as large as the wall allows, over any scene. */
export function QrOverlay() {
  return (
    <div className={styles.overlay}>
      <div className={styles.code}>
        <JoinCode />
      </div>
      <p className={styles.title}>
        <Trans>扫码进入现场</Trans>
      </p>
      <p className={styles.link}>
        <ViewerAddress />
      </p>
    </div>
  );
}
