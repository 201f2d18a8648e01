import { ErrorTypes, Events, Hls } from 'hls.js/light';

/** Network trouble is tried again by itself this often before it is shown. */
const MAX_RECOVERIES = 6;
const RECOVER_MS = 2_000;

/** Starts playing; returns its stop. */
export function playHls(video: HTMLVideoElement, url: string, onLost: () => void): () => void {
  if (!Hls.isSupported()) {
    onLost();
    return () => {};
  }
  let recoveries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hls = new Hls({ enableWorker: true });
  hls.on(Events.FRAG_BUFFERED, () => {
    recoveries = 0;
  });
  hls.on(Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    recoveries += 1;
    if (recoveries > MAX_RECOVERIES) onLost();
    else if (type === ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
    else timer = setTimeout(() => hls.loadSource(url), RECOVER_MS);
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => {
    clearTimeout(timer);
    hls.destroy();
  };
}
