import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { CopyLink } from '../parts/CopyLink.tsx';
import { useRun } from '../use-run.ts';
import { screenUrl } from './screen-url.ts';
import styles from './ScreensSheet.module.css';

/** Links with a key: for a clicker, or for a screen that stands before the event is announced. Each can be taken back. */
export function KeyLinks({ screen, label }: { screen: ScreenName; label: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const run = useRun();
  const slug = useEventState(({ event }) => event.slug);
  const all = useEventState(({ desk }) => desk.screenLinks);
  const links = all.filter((link) => link.screen === screen);
  /** Said once, as the server keeps no key. */
  const [made, setMade] = useState<{ id: string; token: string } | null>(null);
  const make = async (mayStep: boolean): Promise<void> => {
    const answer = await run('screen:link', { screen, mayStep });
    if (answer) setMade({ id: answer.link.id, token: answer.token });
  };
  return (
    <div className={styles.keys}>
      <div className={styles.acts}>
        <Act size="small" aria-label={t`翻页笔链接：${label}`} onPress={() => make(true)}>
          <Trans>做一条翻页笔链接</Trans>
        </Act>
        <Act size="small" aria-label={t`只读链接：${label}`} onPress={() => make(false)}>
          <Trans>做一条只读链接</Trans>
        </Act>
      </div>
      {made && links.some(({ id }) => id === made.id) && (
        <CopyLink title={t`新链接，只在这里出现一次`} url={screenUrl(slug, { screen, token: made.token })} />
      )}
      {links.map(({ id, mayStep, createdAt }) => (
        <p key={id} className={styles.key}>
          <span>
            {mayStep ? <Trans>翻页笔</Trans> : <Trans>只读</Trans>} · {format.dateTime(createdAt)}
          </span>
          <Act size="small" tone="quiet" onPress={() => run('screen:revoke', { linkId: id })}>
            <Trans>收回</Trans>
          </Act>
        </p>
      ))}
    </div>
  );
}
