import { useSyncExternalStore } from 'react';
import { ClientProvider, useClientState } from '../../ui/live/client-context.ts';
import { Danmaku } from '../../ui/danmaku/Danmaku.tsx';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import type { Tell } from './bridge.ts';
import { Bar } from './Bar.tsx';
import { EmbedGate } from './EmbedGate.tsx';
import type { Session } from './session.ts';
import { type SettingsStore, useSettings } from './settings.ts';
import styles from './Embed.module.css';
import { Widget } from './Widget.tsx';

type Props = { session: Session; settings: SettingsStore; tell: Tell };

export function EmbedPage({ session, ...rest }: Props) {
  const client = useSyncExternalStore(session.subscribe, session.getClient);
  if (!client) return null; // the page around is about to say who is watching
  return (
    <ClientProvider value={client}>
      <Layout {...rest} />
    </ClientProvider>
  );
}

function Layout({ settings, tell }: Omit<Props, 'session'>) {
  const { layout, features, isMuted, isOpen, token } = useSettings(settings);
  const status = useClientState((state) => state.status);
  const isCalm = useReducedMotion();
  const isIn = useClientState((state) => state.event !== null) && status !== 'closed' && status !== 'refused';
  switch (layout) {
    case 'overlay':
      return <div className={styles.overlay}>{isIn && !isMuted && !isCalm && <Danmaku />}</div>;
    case 'bar':
      return (
        <Bar
          isIn={isIn}
          features={features}
          isOpen={isOpen}
          isMuted={isMuted}
          onOpen={(wish) => settings.set({ isOpen: wish })}
          tell={tell}
          gate={<EmbedGate hasToken={token !== null} />}
        />
      );
    default:
      if (!isIn) return <EmbedGate hasToken={token !== null} />;
      return <Widget features={features} tell={tell} />;
  }
}
