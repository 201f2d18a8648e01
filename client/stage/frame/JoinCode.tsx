import { useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Qr } from '../../ui/parts/Qr.tsx';
import { slugOfPath } from '../../ui/slug-of-path.ts';
import styles from './JoinCode.module.css';

/** Where the audience goes. A phone in the hall reaches whatever address this page was opened with. */
export function useViewerLink(): { full: string; host: string; path: string; isLocal: boolean } {
  const slug = useEventState(({ event }) => event.slug) || slugOfPath(window.location.pathname);
  const { origin, host, hostname } = window.location;
  return {
    full: `${origin}/e/${slug}`,
    host,
    path: `/e/${slug}`,
    isLocal: hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.'),
  };
}

/** The address for those who type; a long one breaks before its path. */
export function ViewerAddress() {
  const { host, path } = useViewerLink();
  return (
    <>
      {host}
      <wbr />
      {path}
    </>
  );
}

/** The QR code on its white plate. */
export function JoinCode() {
  const { t } = useLingui();
  const { full } = useViewerLink();
  return (
    <div className={styles.plate}>
      <Qr text={full} label={t`观众入口二维码：${full}`} />
    </div>
  );
}
