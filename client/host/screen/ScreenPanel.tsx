import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Panel } from '../parts/Panel.tsx';
import { AnnouncementForm } from './AnnouncementForm.tsx';
import { CountdownForm } from './CountdownForm.tsx';
import { OnAir } from './OnAir.tsx';
import { SceneButtons } from './SceneButtons.tsx';
import styles from './ScreenPanel.module.css';

type Form = 'countdown' | 'announcement';

/** The stage screen: what the hall sees now, and one press for everything else. */
export function ScreenPanel() {
  const [form, setForm] = useState<Form | null>(null);
  const toggle = (name: Form): void => setForm(form === name ? null : name);
  const close = (): void => setForm(null);
  return (
    <Panel title={<Trans>大屏</Trans>} isShort>
      <OnAir />
      <SceneButtons />
      <div className={styles.forms}>
        <Button size="small" aria-expanded={form === 'countdown'} onClick={() => toggle('countdown')}>
          <Trans>倒计时…</Trans>
        </Button>
        <Button size="small" aria-expanded={form === 'announcement'} onClick={() => toggle('announcement')}>
          <Trans>公告…</Trans>
        </Button>
      </div>
      {form === 'countdown' && <CountdownForm onDone={close} />}
      {form === 'announcement' && <AnnouncementForm onDone={close} />}
    </Panel>
  );
}
