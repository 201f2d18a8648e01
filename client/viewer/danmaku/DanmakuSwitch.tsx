import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { IconButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { DanmakuSheet } from './DanmakuSheet.tsx';
import styles from './DanmakuSwitch.module.css';
import type { DanmakuControl } from './use-danmaku-settings.ts';

/** Off with one tap, as whatever moves must be; how they fly is behind the next. Bare, its word is only spoken. */
export function DanmakuSwitch({ danmaku, isBare }: { danmaku: DanmakuControl; isBare: boolean }) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.switch}>
      <Toggle label={t`弹幕`} isOn={danmaku.isOn} onChange={danmaku.turn}>
        {!isBare && (
          <span className={styles.words}>
            <Trans>弹幕</Trans>
          </span>
        )}
      </Toggle>
      <IconButton label={t`弹幕设置`} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="settings" />
      </IconButton>
      {isOpen && <DanmakuSheet danmaku={danmaku} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
