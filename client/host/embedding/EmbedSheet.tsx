import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { EMBED_LAYOUTS, EMBED_THEMES } from '#shared/protocol/embed.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Select } from '../parts/Select.tsx';
import { useRunsShow } from '../rights.ts';
import styles from './EmbedSheet.module.css';
import { Preview } from './Preview.tsx';
import { SitesEditor } from './SitesEditor.tsx';
import { Snippet } from './Snippet.tsx';
import type { SnippetWishes } from './snippet.ts';
import { layoutWords, themeWords } from './words.ts';

/** How the event gets into another site's page: what to paste there, how it will look, and which sites may. */
export function EmbedSheet({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const runsShow = useRunsShow();
  const [wishes, setWishes] = useState<SnippetWishes>({
    server: window.location.origin,
    event: slug,
    layout: 'side',
    theme: 'auto',
    lang: '',
    target: '#player',
  });
  const change = (fields: Partial<SnippetWishes>): void => setWishes({ ...wishes, ...fields });
  return (
    <Sheet title={<Trans>嵌入</Trans>} isRoomy onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.words}>
          <div className={styles.choices}>
            <Select
              label={t`位置`}
              value={wishes.layout}
              options={EMBED_LAYOUTS.map((value) => ({ value, label: t(layoutWords[value]) }))}
              onChange={(layout) => change({ layout })}
            />
            <Select
              label={t`颜色`}
              value={wishes.theme}
              options={EMBED_THEMES.map((value) => ({ value, label: t(themeWords[value]) }))}
              onChange={(theme) => change({ theme })}
            />
            <Select
              label={t`语言`}
              value={wishes.lang}
              options={[
                { value: '', label: t`跟随网页` },
                { value: 'zh-CN', label: '中文', lang: 'zh' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(lang) => change({ lang })}
            />
          </div>
          {wishes.layout === 'overlay' && (
            <Field
              label={t`弹幕飞过哪个元素（CSS 选择器）`}
              value={wishes.target}
              maxLength={100}
              onChange={({ target }) => change({ target: target.value })}
            />
          )}
          <Snippet wishes={wishes} />
          {runsShow && <SitesEditor />}
        </div>
        <Preview wishes={wishes} />
      </div>
    </Sheet>
  );
}
