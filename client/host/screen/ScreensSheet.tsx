import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import { LIMITS } from '#shared/limits.ts';
import { MAIN_SCREEN, mayAddScreen, sceneOf, screenNames, screenOf } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import { CopyLink } from '../parts/CopyLink.tsx';
import { useRun } from '../use-run.ts';
import { sceneWords } from '../words.ts';
import { ConnectedScreens } from './ConnectedScreens.tsx';
import { KeyLinks } from './KeyLinks.tsx';
import { OverlayLinks } from './OverlayLinks.tsx';
import styles from './ScreensSheet.module.css';
import { screenUrl } from './screen-url.ts';

/** Which screens are connected, every screen there is with its link, and the overlays for a video. */
export function ScreensSheet({ onClose }: { onClose: () => void }) {
  const names = useEventState((state) => screenNames(state).join(' ')).split(' ') as ScreenName[];
  return (
    <Sheet title={<Trans>分屏和叠加层</Trans>} onClose={onClose}>
      <div className={styles.body}>
        <ConnectedScreens />
        <ul className={styles.screens}>
          {names.map((name) => (
            <OneScreen key={name} name={name} />
          ))}
        </ul>
        <NewScreen />
        <OverlayLinks />
      </div>
    </Sheet>
  );
}

function OneScreen({ name }: { name: ScreenName }) {
  const { t } = useLingui();
  const run = useRun();
  const slug = useEventState(({ event }) => event.slug);
  const screen = useEventState((state) => screenOf(state, name));
  const scene = useEventState((state) => sceneOf(state, name));
  const isMain = name === MAIN_SCREEN;
  const label = screen.label || (isMain ? t`主屏` : name);
  return (
    <li className={styles.screen}>
      <p className={styles.head}>
        <strong dir="auto">{label}</strong>
        <span className={styles.note}>
          {t(sceneWords[scene.scene])}
          {!isMain && screen.scene === null && ` · ${t`跟随主屏`}`}
        </span>
        {screen.frozen && (
          <Badge>
            <Trans>已冻结</Trans>
          </Badge>
        )}
        {screen.isBlank && (
          <Badge>
            <Trans>黑场</Trans>
          </Badge>
        )}
      </p>
      <CopyLink title={t`${label}的链接`} url={screenUrl(slug, { screen: name })} />
      {!isMain && (
        <div className={styles.acts}>
          <Act
            size="small"
            disabled={screen.scene === null}
            onPress={() => run('screen:configure', { screen: name, followsMain: true })}
          >
            <Trans>跟随主屏</Trans>
          </Act>
          <Act
            size="small"
            tone="quiet"
            aria-label={t`删除：${label}`}
            onPress={() => run('screen:remove', { screen: name })}
          >
            <Trans>删除</Trans>
          </Act>
        </div>
      )}
      <KeyLinks screen={name} label={label} />
    </li>
  );
}

/** A screen's name stands in its address, so it is in plain letters; what people call it is free. */
function NewScreen() {
  const { t } = useLingui();
  const run = useRun();
  const mayAdd = useEventState(mayAddScreen);
  const taken = useEventState((state) => state.screens);
  const [name, setName] = useState('');
  const [label, setLabel] = useState('');
  const wanted = name.trim().toLowerCase();
  const isGood = /^[a-z0-9][a-z0-9-]{0,23}$/.test(wanted) && wanted !== MAIN_SCREEN;
  const isTaken = Object.hasOwn(taken, wanted);
  if (!mayAdd) return null;
  const add = async (): Promise<void> => {
    const made = await run('screen:configure', { screen: wanted, label: label.trim() });
    if (made === null) return;
    setName('');
    setLabel('');
  };
  return (
    <div className={styles.add}>
      <Field
        label={t`新屏幕的名字，用在地址里，如 side`}
        value={name}
        maxLength={24}
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setName(target.value)}
      />
      <Field
        label={t`大家怎么叫它，如“侧屏”`}
        value={label}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => setLabel(target.value)}
      />
      <Act disabled={!isGood || isTaken} onPress={add}>
        <Trans>加一块屏幕</Trans>
      </Act>
      {name !== '' && !isGood && (
        <p className={styles.note} role="status">
          <Trans>名字只用小写英文字母、数字和短横线。</Trans>
        </p>
      )}
    </div>
  );
}
