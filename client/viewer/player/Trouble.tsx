import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import curtain from './Curtain.module.css';
import { cx } from '../../ui/cx.ts';
import type { Health } from './health.ts';
import styles from './Player.module.css';
import { Stars } from './Stars.tsx';

type Props = { health: Health; onAgain: () => void };

/** What stands for a picture that does not come, and the way to it; everything else goes on. */
export function Trouble({ health, onAgain }: Props) {
  if (health === 'late') {
    return (
      <div className={styles.late} role="status">
        <p>
          <Trans>画面加载较慢，互动不受影响</Trans>
        </p>
        <Button size="small" onClick={onAgain}>
          <Trans>重新加载</Trans>
        </Button>
      </div>
    );
  }
  if (health !== 'lost') return null;
  return (
    <div className={cx(curtain.curtain, styles.lost)} role="alert">
      <Stars />
      <p className={styles.headline}>
        <Trans>画面暂时中断</Trans>
      </p>
      <p className={curtain.under}>
        <Trans>互动仍在继续；画面会自动重试</Trans>
      </p>
      <Button onClick={onAgain}>
        <Icon name="retry" />
        <Trans>重新加载画面</Trans>
      </Button>
    </div>
  );
}
