import { Trans, useLingui } from '@lingui/react/macro';
import { MAIN_SCREEN, sceneOf, screenOf } from '#shared/rules/screens.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { sceneWords } from '../words.ts';
import styles from './ConnectedScreens.module.css';
import { type Connected, connectedPages } from './connected.ts';
import { overlayWords } from './overlay-words.ts';

/** Every stage page that is open somewhere: what it is, what it shows, since when; and which were lost. */
export function ConnectedScreens() {
  const pages = useEventState(({ gauges }) => gauges.screenPages);
  const list = connectedPages(pages);
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>
        <Trans>连着的大屏</Trans>
      </h3>
      {list.length === 0 ? (
        <p className={styles.note}>
          <Trans>还没有。用下面的链接打开大屏或叠加层，会立刻出现在这里。</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {list.map((page) => (
            <Page key={page.id} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Page({ page: { screen, overlay, since, lostAt } }: { page: Connected }) {
  const { t } = useLingui();
  const format = useFormat();
  const { label, isBlank, frozen } = useEventState((state) => screenOf(state, screen));
  const { scene } = useEventState((state) => sceneOf(state, screen));
  const name = label || (screen === MAIN_SCREEN ? t`主屏` : screen);
  const shows = isBlank ? t`黑场` : overlay === null ? t(sceneWords[scene]) : t(overlayWords[overlay]);
  return (
    <li className={cx(styles.page, lostAt !== null && styles.lost)}>
      <span className={styles.lamp} aria-hidden="true" />
      <span dir="auto">
        {name} <span className={styles.note}>{shows}</span>
        {frozen && (
          <span className={styles.note}>
            {' · '}
            <Trans>已冻结</Trans>
          </span>
        )}
      </span>
      <span className={styles.state}>
        {lostAt === null ? (
          <Trans>{format.time(since)} 起连着</Trans>
        ) : (
          <Trans>{format.time(lostAt)} 断开</Trans>
        )}
      </span>
    </li>
  );
}
