import { Trans } from '@lingui/react/macro';
import { ErrorState } from '../ui/parts/States.tsx';
import styles from './RefusalPage.module.css';

/** Null for a page that has none: a file, or a frame in a sandbox. */
export const originOf = (given: string): string | null => {
  if (!URL.canParse(given)) return null;
  const { origin } = new URL(given);
  return origin === 'null' ? null : origin;
};

/** What a site sees that is not on the event's list: which words to give to whom. */
export function RefusalPage({ given }: { given: string }) {
  const origin = originOf(given);
  return (
    <div className={styles.page}>
      <ErrorState title={<Trans>本站还没有获准嵌入这场活动</Trans>}>
        {origin === null ? (
          <Trans>这个页面没有网址来源（直接打开的文件，或沙盒里的框架）。请从一个网站地址打开它。</Trans>
        ) : (
          <>
            <p>
              <Trans>请主办方打开导播台，在“嵌入”里的“允许嵌入的网站”中加上：</Trans>
            </p>
            <p className={styles.origin}>
              <code>{origin}</code>
            </p>
            <p>
              <Trans>保存后刷新本页即可。</Trans>
            </p>
          </>
        )}
      </ErrorState>
    </div>
  );
}
