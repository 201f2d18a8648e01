import { useEffect, useRef, useState } from 'react';

const TYPE = 'application/vnd.apple.mpegurl';

type Source = { url: string; isHls: boolean };

/** Plays natively where the browser can, else fetches the player that can. */
export function useSource({ url, isHls }: Source) {
  const video = useRef<HTMLVideoElement>(null);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const lose = (): void => setIsLost(true);
    const find = (): void => setIsLost(false);
    element.addEventListener('error', lose);
    element.addEventListener('playing', find);
    const stop =
      isHls && !playsNatively(element) ? playFetched(element, url, lose) : playDirectly(element, url);
    return () => {
      element.removeEventListener('error', lose);
      element.removeEventListener('playing', find);
      stop();
    };
  }, [url, isHls]);
  const unmute = (): void => {
    if (!video.current) return;
    video.current.muted = false;
    void video.current.play();
  };
  return { video, isLost, unmute };
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
