import { useLingui } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import styles from './EmbedSheet.module.css';
import type { SnippetWishes } from './snippet.ts';

/** The widget as it will look, in the place it will have; it is not counted as a viewer. */
export function Preview({ wishes: { event, layout, theme, lang } }: { wishes: SnippetWishes }) {
  const { t } = useLingui();
  const query = new URLSearchParams({ layout, theme, lang, preview: '1' });
  return (
    <div className={cx(styles.preview, styles[layout])}>
      <div className={styles.picture} aria-hidden="true" />
      {/* Our own page, with what it needs of its own. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe className={styles.frame} title={t`预览`} src={`/embed/${event}?${query}`} />
    </div>
  );
}
