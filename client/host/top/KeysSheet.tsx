import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useRunsShow } from '../rights.ts';
import styles from './KeysSheet.module.css';

/** Everything the keys of this desk do. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const runsShow = useRunsShow();
  return (
    <Sheet title={<Trans>按键</Trans>} onClose={onClose}>
      {runsShow && (
        <Keys title={<Trans>流程</Trans>}>
          <Key name="N">
            <Trans>下一项，连同它带的动作</Trans>
          </Key>
          <Key name="V">
            <Trans>新投票</Trans>
          </Key>
          <Key name="G">
            <Trans>给观众发公告</Trans>
          </Key>
        </Keys>
      )}
      <Keys title={<Trans>评论</Trans>}>
        <Key name="J K">
          <Trans>下一条、上一条</Trans>
        </Key>
        <Key name="A">
          <Trans>通过（待审）</Trans>
        </Key>
        <Key name="D">
          <Trans>不通过（待审），隐藏（已展示、即将展示）</Trans>
        </Key>
        <Key name="P">
          <Trans>置顶；待审的先通过</Trans>
        </Key>
        <Key name="T">
          <Trans>作者：禁言（再按 1–6 选时间）或请出</Trans>
        </Key>
        <Key name="U">
          <Trans>撤销，一步一步往回</Trans>
        </Key>
        <Key name="1 … 5">
          <Trans>已展示、待审、已隐藏、禁言、词表</Trans>
        </Key>
      </Keys>
      <Keys title={<Trans>应急</Trans>}>
        {runsShow && (
          <Key name="Shift P">
            <Trans>暂停、恢复评论</Trans>
          </Key>
        )}
        <Key name="Shift C">
          <Trans>清屏</Trans>
        </Key>
        {runsShow && (
          <>
            <Key name="Shift S">
              <Trans>慢速</Trans>
            </Key>
            <Key name="Shift B">
              <Trans>黑场</Trans>
            </Key>
            <Key name="Shift V">
              <Trans>停止投票（按两次）</Trans>
            </Key>
          </>
        )}
      </Keys>
      <p className={styles.note}>
        <Trans>
          在写字时按键不起作用，Esc 关闭窗口，? 打开这里。鼠标停在列表上两秒，列表会停住，方便细看。
        </Trans>
      </p>
    </Sheet>
  );
}

function Keys({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>{children}</dl>
    </section>
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
