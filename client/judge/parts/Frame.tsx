import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { ConnectionBanner } from '../../ui/live/ConnectionBanner.tsx';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { RehearsalBadge } from '../../ui/live/RehearsalBadge.tsx';
import { roleWords } from '../../ui/live/role-words.ts';
import { EmberMark } from '../../ui/parts/EmberMark.tsx';
import styles from './Frame.module.css';

type Props = {
  /** What this page is about, beside the contest's title. */
  over?: ReactNode;
  actions?: ReactNode;
  /** Said across the page, in place of the plain word about the line. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The table's edge: which contest, who sits here, and one line about the line. */
export function Frame({ over, actions, banner, children }: Props) {
  const { t } = useLingui();
  const title = useEventState(({ contest, event }) => contest?.title || event.title);
  const name = useClientState(({ you }) => you?.name ?? '');
  const role = useClientState(({ you }) => you?.role ?? 'judge');
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <EmberMark className={styles.mark} />
        <div className={styles.titles}>
          <h1 className={styles.title} dir="auto">
            {title}
          </h1>
          {over && <p className={styles.over}>{over}</p>}
        </div>
        <RehearsalBadge />
        <div className={styles.end}>
          {actions}
          <span className={styles.who}>
            <span className={styles.name} dir="auto">
              {name || t(roleWords[role])}
            </span>
            {name && <span className={styles.role}>{t(roleWords[role])}</span>}
          </span>
          <LocaleSwitch />
        </div>
      </header>
      <div>{banner ?? <ConnectionBanner />}</div>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
