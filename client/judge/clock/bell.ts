/** A bell without a file: a struck tone that fades. Browsers let it sound once a person has pressed something. */
export function createBell() {
  let context: AudioContext | null = null;
  return {
    /** To be called from a press, or there will be silence. */
    wake(): void {
      if (typeof AudioContext === 'undefined') return;
      context ??= new AudioContext();
      void context.resume();
    },
    strike(times: number): void {
      if (context === null) return;
      for (let nth = 0; nth < times; nth += 1) strikeAt(context, context.currentTime + nth * 0.45);
    },
    close(): void {
      void context?.close();
      context = null;
    },
  };
}

function strikeAt(context: AudioContext, at: number): void {
  for (const [pitch, loud] of [
    [1_320, 0.5],
    [2_643, 0.25],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(loud, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 1.2);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 1.3);
  }
}
