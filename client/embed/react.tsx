import { type Ref, useEffect, useRef } from 'react';
import type { EmbedEvents, EmbedFeature, EmbedLayout, EmbedTheme } from '#shared/protocol/embed.ts';

type Heard<T extends keyof EmbedEvents> = (detail: EmbedEvents[T]) => void;

/** The attributes of `<xinli-live>` by the same names, and its events. */
export type XinliLiveProps = {
  /** The server of the event, as in `https://live.example`. */
  server: string;
  event: string;
  lang?: string;
  theme?: EmbedTheme;
  layout?: EmbedLayout;
  features?: readonly EmbedFeature[];
  height?: number;
  loading?: 'lazy' | 'eager';
  token?: string;
  target?: string;
  className?: string;
  onReady?: Heard<'ready'>;
  onComment?: Heard<'comment'>;
  onVote?: Heard<'vote'>;
  onConnection?: Heard<'connection'>;
  onError?: Heard<'error'>;
  onTokenExpiring?: Heard<'token-expiring'>;
};

/** `<XinliLive server="https://live.example" event="gala" />`: the element, its script loaded once, its events as props. */
export function XinliLive({ server, features, className, ...rest }: XinliLiveProps) {
  const { onReady, onComment, onVote, onConnection, onError, onTokenExpiring, ...attributes } = rest;
  const heard = { onReady, onComment, onVote, onConnection, onError, onTokenExpiring };
  const latest = useRef(heard);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => load(server), [server]);
  useEffect(() => {
    const { current } = element;
    const stops = Object.entries(NAMES).map(([type, name]) => {
      const listener = (event: Event): void => {
        const tell = latest.current[name] as ((detail: unknown) => void) | undefined;
        tell?.((event as CustomEvent).detail);
      };
      current?.addEventListener(`xl-${type}`, listener);
      return () => current?.removeEventListener(`xl-${type}`, listener);
    });
    return () => stops.forEach((stop) => stop());
  }, []);
  const named = features === undefined ? {} : { features: features.join(' ') };
  return <xinli-live ref={element} server={server} class={className} {...named} {...attributes} />;
}

declare module 'react' {
  // How React's types learn of an element.
  namespace JSX {
    interface IntrinsicElements {
      'xinli-live': { ref?: Ref<HTMLElement>; class?: string | undefined; features?: string } & Omit<
        XinliLiveProps,
        'features' | 'className' | `on${string}`
      >;
    }
  }
}

const NAMES = {
  ready: 'onReady',
  comment: 'onComment',
  vote: 'onVote',
  connection: 'onConnection',
  error: 'onError',
  'token-expiring': 'onTokenExpiring',
} as const;

/** Two widgets are one script; it defines the element once even if it came twice. */
function load(server: string): void {
  const source = `${server}/embed.js`;
  if (document.querySelector(`script[src="${source}"]`)) return;
  document.head.append(Object.assign(document.createElement('script'), { src: source, async: true }));
}
