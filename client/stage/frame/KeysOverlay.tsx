import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useViewerLink } from './JoinCode.tsx';
import styles from './KeysOverlay.module.css';
import { StatusLine } from './StatusLine.tsx';

/** The operator's card: the keys, the state of the line, and what would keep phones out. */
export function KeysOverlay({ mayStep }: { mayStep: boolean }) {
  const link = useViewerLink();
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>
        <Trans>大屏按键</Trans>
      </h2>
      <dl className={styles.keys}>
        <Key names={['→', '←']}>
          {mayStep ? (
            <Trans>下一步、上一步（翻页笔、空格也行）</Trans>
          ) : (
            <Trans>翻看本屏的下一页、上一页</Trans>
          )}
        </Key>
        {mayStep && (
          <Key names={['R']}>
            <Trans>揭晓屏上的内容，按住不放</Trans>
          </Key>
        )}
        <Key names={['F']}>
          <Trans>全屏</Trans>
        </Key>
        <Key names={['B', '.']}>
          <Trans>本屏黑场</Trans>
        </Key>
        <Key names={['Q']}>
          <Trans>大二维码</Trans>
        </Key>
        <Key names={['G']}>
          <Trans>安全框</Trans>
        </Key>
        <Key names={['L']}>中文 / English</Key>
        <Key names={['?']}>
          <Trans>这张卡片</Trans>
        </Key>
        <Key names={['Esc']}>
          <Trans>全部收起</Trans>
        </Key>
      </dl>
      <p className={styles.note}>
        <StatusLine />
      </p>
      {link.isLocal && (
        <p className={styles.warning}>
          <Trans>二维码指向 {link.host}，手机打不开。请用局域网地址或域名打开本页。</Trans>
        </p>
      )}
      <p className={styles.note}>
        {mayStep ? (
          <Trans>这块大屏的链接可以推进流程，请看管好键盘。</Trans>
        ) : (
          <Trans>这块大屏只显示，按键不会改变现场。</Trans>
        )}
      </p>
    </section>
  );
}

function Key({ names, children }: { names: readonly string[]; children: ReactNode }) {
  return (
    <div className={styles.key}>
      <dt>
        {names.map((name) => (
          <kbd key={name} className={styles.cap}>
            {name}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
