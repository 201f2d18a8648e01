import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import { useCopy } from '../../ui/parts/use-copy.ts';
import styles from './EmbedSheet.module.css';
import { type SnippetForm, snippetOf, type SnippetWishes } from './snippet.ts';

/** The same widget in three ways of writing it, to be copied. */
export function Snippet({ wishes }: { wishes: SnippetWishes }) {
  const { t } = useLingui();
  const [form, setForm] = useState<SnippetForm>('script');
  const code = snippetOf(form, wishes);
  const copy = useCopy(t`浏览器不让复制，请选中代码`);
  return (
    <section className={styles.snippet} aria-label={t`嵌入代码`}>
      <div className={styles.forms}>
        <Tabs<SnippetForm>
          label={t`写法`}
          chosen={form}
          onChange={setForm}
          tabs={[
            { name: 'script', label: <Trans>一段脚本</Trans> },
            { name: 'element', label: <Trans>网页元素</Trans> },
            { name: 'react', label: 'React' },
          ]}
        />
        <Button size="small" aria-label={t`复制嵌入代码`} onClick={() => void copy(code)}>
          <Trans>复制</Trans>
        </Button>
      </div>
      {/* Whoever has no mouse scrolls by keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <pre
        className={styles.code}
        id={panelId(form)}
        role="tabpanel"
        aria-labelledby={tabId(form)}
        tabIndex={0}
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        <code>{code}</code>
      </pre>
    </section>
  );
}
