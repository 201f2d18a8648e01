import { useEffect, useRef } from 'react';
import { type Health, watchHealth } from './health.ts';

const TYPE = 'application/vnd.apple.mpegurl';

type Source = { url: string; isHls: boolean; onHealth: (health: Health) => void };

/** Plays natively where the browser can, else fetches the player that can. `onHealth` stays the same function. */
export function useSource({ url, isHls, onHealth }: Source) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const stopWatching = watchHealth(element, onHealth);
    const lose = (): void => onHealth('lost');
    const stop =
      isHls && !playsNatively(element) ? playFetched(element, url, lose) : playDirectly(element, url);
    return () => {
      stopWatching();
      stop();
    };
  }, [url, isHls, onHealth]);
  const unmute = (): void => {
    if (!video.current) return;
    video.current.muted = false;
    void video.current.play();
  };
  return { video, unmute };
}

/** `?hls=js` tries the fetched player where the native one would do. */
const playsNatively = (element: HTMLVideoElement): boolean =>
  element.canPlayType(TYPE) !== '' && new URLSearchParams(window.location.search).get('hls') !== 'js';

function playDirectly(element: HTMLVideoElement, url: string): () => void {
  element.src = url;
  return () => {
    element.removeAttribute('src');
    element.load();
  };
}

function playFetched(element: HTMLVideoElement, url: string, lose: () => void): () => void {
  let isGone = false;
  let stop = (): void => {};
  const start = async (): Promise<void> => {
    const { playHls } = await import('./hls.ts');
    if (!isGone) stop = playHls(element, url, lose);
  };
  start().catch(lose);
  return () => {
    isGone = true;
    stop();
  };
}
