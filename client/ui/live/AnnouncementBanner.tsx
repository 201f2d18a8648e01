import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './AnnouncementBanner.module.css';
import { useEventState } from './client-context.ts';

/** The host's word to everyone; whoever has read it may put it away, the next one is there again. */
export function AnnouncementBanner() {
  const { t } = useLingui();
  const announcement = useEventState((state) => state.announcement);
  const [readAt, setReadAt] = useState(0);
  const isNew = announcement !== null && announcement.at !== readAt;
  return (
    <div role="status">
      {isNew && (
        <div className={styles.banner}>
          <strong className={styles.sign}>
            <Trans>公告</Trans>
          </strong>
          <p className={styles.text} dir="auto">
            {announcement.text}
          </p>
          <IconButton label={t`收起公告`} onClick={() => setReadAt(announcement.at)}>
            <Icon name="close" size={18} />
          </IconButton>
        </div>
      )}
    </div>
  );
}
