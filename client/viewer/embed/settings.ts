import { useSyncExternalStore } from 'react';
import {
  EMBED_FEATURES,
  EMBED_LAYOUTS,
  type EmbedFeature,
  type EmbedLayout,
  type EmbedTokens,
} from '#shared/protocol/embed.ts';
import { createStore } from '../../sdk/store.ts';
import { showLocale } from '../../ui/i18n/locale.ts';
import { applyTheme } from '../../ui/theme.ts';
import { type Command, featuresIn } from './commands.ts';

/** What the page around decides about the widget. */
export type Settings = {
  layout: EmbedLayout;
  features: readonly EmbedFeature[];
  /** A viewer the page knows; null for one of our own. */
  token: string | null;
  /** Whether who the viewer is, is still to be heard from the page. */
  isWaiting: boolean;
  /** Shown to its organiser before anybody sees it. */
  isPreview: boolean;
  isOpen: boolean;
  isMuted: boolean;
};

export type SettingsStore = ReturnType<typeof createSettings>;

export function createSettings(search: string) {
  const query = new URLSearchParams(search);
  const store = createStore<Settings>({
    layout: EMBED_LAYOUTS.find((layout) => layout === query.get('layout')) ?? 'side',
    features: featuresIn(query.get('features')) ?? EMBED_FEATURES,
    token: null,
    isWaiting: query.get('host') === '1',
    isPreview: query.get('preview') === '1',
    isOpen: false,
    isMuted: false,
  });

  return {
    get: store.getSnapshot,
    set: (change: Partial<Settings>): void => store.set(change),
    subscribe: store.subscribe,
    obey(command: Command): void {
      switch (command.type) {
        case 'hello':
          if (command.theme) applyTheme(command.theme);
          applyTokens(command.tokens ?? {});
          if (command.lang) void showLocale(command.lang);
          store.set({
            isWaiting: false,
            ...(command.features && { features: command.features }),
            ...(command.token && { token: command.token }),
            ...(command.muted !== undefined && { isMuted: command.muted }),
          });
          break;
        case 'setTheme':
          if (command.theme) applyTheme(command.theme);
          applyTokens(command.tokens ?? {});
          break;
        case 'setLang':
          void showLocale(command.lang);
          break;
        case 'setToken':
          store.set({ token: command.token, isWaiting: false });
          break;
        case 'setFeatures':
          store.set({ features: command.features });
          break;
        case 'open':
        case 'close':
          store.set({ isOpen: command.type === 'open' });
          break;
        case 'mute':
          store.set({ isMuted: command.muted !== false });
          break;
      }
    },
  };
}

export const useSettings = ({ get, subscribe }: SettingsStore): Settings =>
  useSyncExternalStore(subscribe, get);

/** Over those of the theme. The one gradient is made of the accent and the gold, whoever chose them. */
function applyTokens(tokens: EmbedTokens): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
  if (tokens['--xl-accent'] !== undefined || tokens['--xl-gold'] !== undefined)
    style.setProperty('--xl-ember', 'linear-gradient(100deg, var(--xl-accent), var(--xl-gold))');
}
