/** `waiting`: not there yet. `late`: nothing moves for longer than a weak network explains. `lost`: it will not come. */
export type Health = 'waiting' | 'playing' | 'late' | 'lost';

const LOOK_MS = 1_000;
const LATE_LOOKS = 6;

/** Tells how a picture fares, by what the element says and by looking whether it moves. Returns the way to stop. */
export function watchHealth(video: HTMLVideoElement, tell: (health: Health) => void): () => void {
  let looks = 0;
  let before = 0;
  const play = (): void => {
    looks = 0;
    tell('playing');
  };
  const lose = (): void => tell('lost');
  const look = (): void => {
    const isMoving = video.currentTime !== before;
    before = video.currentTime;
    // Somebody's own pause is no trouble; nor is a phone that saves its battery and waits to be told to play.
    const isResting = video.paused && video.readyState >= video.HAVE_METADATA;
    if (isMoving || isResting || video.readyState >= video.HAVE_FUTURE_DATA) {
      if (looks >= LATE_LOOKS) play();
      looks = 0;
    } else if (++looks === LATE_LOOKS) tell('late');
  };
  const timer = setInterval(look, LOOK_MS);
  const events = { error: lose, loadeddata: play, playing: play } as const;
  for (const [name, listener] of Object.entries(events)) video.addEventListener(name, listener);
  return () => {
    clearInterval(timer);
    for (const [name, listener] of Object.entries(events)) video.removeEventListener(name, listener);
  };
}
