import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import styles from './KeysSheet.module.css';

/** The keys of the comment lists. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={<Trans>评论区按键</Trans>} onClose={onClose}>
      <dl className={styles.keys}>
        <Key name="J K">
          <Trans>下一条、上一条</Trans>
        </Key>
        <Key name="A">
          <Trans>通过（待审）</Trans>
        </Key>
        <Key name="R">
          <Trans>不通过（待审）</Trans>
        </Key>
        <Key name="D">
          <Trans>隐藏（已展示）</Trans>
        </Key>
        <Key name="U">
          <Trans>撤销刚才的隐藏</Trans>
        </Key>
        <Key name="P">
          <Trans>置顶（已展示）</Trans>
        </Key>
        <Key name="T">
          <Trans>禁言或请出作者</Trans>
        </Key>
        <Key name="Esc">
          <Trans>关闭窗口</Trans>
        </Key>
      </dl>
      <p className={styles.note}>
        <Trans>在写字时按键不起作用。鼠标停在列表上两秒，列表会停住，方便细看。</Trans>
      </p>
    </Sheet>
  );
}

function Key({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.key}>
      <dt>
        {name.split(' ').map((cap) => (
          <kbd key={cap} className={styles.cap}>
            {cap}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
