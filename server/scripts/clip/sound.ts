/** Plucked strings over a slow chord: a tune in five notes that comes round with the clip. */
const RATE = 44_100;
const BEAT = 0.75;

/** Beat, semitones above D4, strength. */
const TUNE: readonly (readonly [beat: number, note: number, strength: number])[] = [
  [0, 0, 0.9], [1.5, 7, 0.6], [2, 9, 0.7], [4, 7, 0.8], [5.5, 4, 0.5], [6, 2, 0.6],
  [8, 4, 0.9], [9.5, 7, 0.6], [10, 12, 0.8], [12, 9, 0.7], [13, 7, 0.6], [14, 4, 0.5],
  [16, 14, 0.8], [17.5, 12, 0.6], [18, 9, 0.7], [20, 12, 0.8], [21.5, 16, 0.5], [22, 14, 0.6],
  [24, 12, 0.8], [25.5, 9, 0.5], [26, 7, 0.7], [28, 4, 0.7], [29, 2, 0.5], [30, 0, 0.8],
]; // prettier-ignore
/** Eight beats each. */
const CHORDS: readonly (readonly number[])[] = [
  [-12, -5, 0, 4],
  [-15, -8, -3, 4],
  [-19, -7, 0, 5],
  [-17, -5, 2, 7],
];

const frequency = (note: number): number => 293.66 * 2 ** (note / 12);

/** Interleaved 16-bit stereo. What still sounds at the end goes on at the beginning. */
export function compose(seconds: number): { rate: number; samples: Int16Array } {
  const length = seconds * RATE;
  const dry = [new Float32Array(length), new Float32Array(length)] as const;
  const add = (at: number, left: number, right: number): void => {
    const place = at % length;
    dry[0][place] = (dry[0][place] as number) + left;
    dry[1][place] = (dry[1][place] as number) + right;
  };

  for (const [beat, note, strength] of TUNE) {
    const pitch = frequency(note);
    const pan = 0.5 + 0.25 * Math.sin(beat);
    for (let at = 0; at < RATE * 5; at += 1) {
      const time = at / RATE;
      let sound = 0;
      for (let partial = 1; partial <= 6; partial += 1) {
        const fades = Math.exp(-time * (0.9 + partial * 0.9));
        sound += (Math.sin(2 * Math.PI * pitch * partial * time) * fades) / partial ** 1.6;
      }
      sound *= strength * 0.2 * Math.min(1, time * 300);
      add(Math.round(beat * BEAT * RATE) + at, sound * (1 - pan), sound * pan);
    }
  }

  const bar = 8 * BEAT * RATE;
  for (const [index, chord] of CHORDS.entries()) {
    for (const [voice, note] of chord.entries()) {
      for (let at = 0; at < bar * 2; at += 1) {
        const time = at / RATE;
        const swell = Math.sin((Math.PI * at) / (bar * 2)) ** 2;
        const sound = (detune: number): number =>
          (Math.sin(2 * Math.PI * frequency(note) * detune * time) +
            0.3 * Math.sin(4 * Math.PI * frequency(note) * detune * time)) *
          swell *
          (voice === 0 ? 0.05 : 0.03);
        add(index * bar + at + length - bar / 2, sound(1.0012), sound(0.9988));
      }
    }
  }
  return { rate: RATE, samples: interleave(inRoom(dry[0], 0), inRoom(dry[1], 1)) };
}

/** A few late echoes, their delays different for each ear. */
function inRoom(dry: Float32Array, ear: number): Float32Array {
  const wet = Float32Array.from(dry);
  for (let echo = 1; echo <= 16; echo += 1) {
    const delay = Math.round((0.031 + 0.071 * echo + 0.013 * ((echo * 7 + ear * 5) % 6)) * RATE);
    const strength = 0.32 * 0.8 ** echo;
    for (let at = 0; at < dry.length; at += 1) {
      const place = (at + delay) % dry.length;
      wet[place] = (wet[place] as number) + (dry[at] as number) * strength;
    }
  }
  return wet;
}

function interleave(left: Float32Array, right: Float32Array): Int16Array {
  const samples = new Int16Array(left.length * 2);
  for (let at = 0; at < left.length; at += 1) {
    samples[at * 2] = 32_767 * Math.tanh((left[at] as number) * 1.6);
    samples[at * 2 + 1] = 32_767 * Math.tanh((right[at] as number) * 1.6);
  }
  return samples;
}
