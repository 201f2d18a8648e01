import { type Colour, glow, type Light } from './light.ts';

/** Everything moves in whole cycles of the clip, so that its end runs into its beginning. */
const TURN = 2 * Math.PI;
const COUNT = 420;
const GOLDEN = 0.618_033_988_75;

/** The same scattered number for the same index, every time the clip is made. */
function scattered(index: number, kind: number): number {
  let bits = Math.imul(index + 1, 0x9e37_79b1) ^ Math.imul(kind + 1, 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b_3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a_2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}

const fraction = (value: number): number => value - Math.floor(value);
const smooth = (from: number, to: number, at: number): number => {
  const share = Math.max(0, Math.min(1, (at - from) / (to - from)));
  return share * share * (3 - 2 * share);
};
const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** 0 is a fire, 1 a sky of stars. */
export const scattering = (phase: number, late = 0): number =>
  smooth(0.36 + late, 0.5 + late, phase) - smooth(0.8 + late, 0.94 + late, phase);

type Place = { x: number; y: number; strength: number; radius: number; colour: Colour };

const HEAT: readonly Colour[] = [
  [1, 0.82, 0.45],
  [1, 0.52, 0.16],
  [0.95, 0.26, 0.1],
  [0.5, 0.08, 0.06],
];

function heatOf(height: number): Colour {
  const step = Math.min(HEAT.length - 1.001, height * (HEAT.length - 1));
  const [cool, hot] = [HEAT[Math.floor(step) + 1] as Colour, HEAT[Math.floor(step)] as Colour];
  const share = step - Math.floor(step);
  return [mix(hot[0], cool[0], share), mix(hot[1], cool[1], share), mix(hot[2], cool[2], share)];
}

/** In the fire a spark rises, sways and cools, some times in each round of the clip. */
function inFire(index: number, phase: number, width: number, hearth: number): Place {
  const rises = 6 + (index % 7);
  const height = fraction(phase * rises + index * GOLDEN);
  const side = scattered(index, 0) * 2 - 1;
  const sway = Math.sin(TURN * (phase * (2 + (index % 3)) + index * 0.137)) * 14 * height;
  const waist = 150 * (1 - height) ** 1.15 * (0.16 + height) ** 0.55 + 5;
  return {
    x: width / 2 + side * Math.abs(side) ** 0.6 * waist + sway,
    y: hearth - 16 - height ** 1.15 * (180 + 110 * scattered(index, 1)),
    strength: Math.sin(Math.PI * Math.min(1, height * 1.04 + 0.06)) ** 1.4 * 0.75,
    radius: 15 - height * 10,
    colour: heatOf(height),
  };
}

/** In the sky it keeps its place, and twinkles. */
function inSky(index: number, phase: number, width: number, hearth: number): Place {
  const twinkle = 0.6 + 0.4 * Math.sin(TURN * (phase * (3 + (index % 5)) + index * 0.41));
  const size = scattered(index, 2) ** 6;
  return {
    x: scattered(index, 3) * width + Math.sin(TURN * (phase + index * 0.21)) * 4,
    y: 14 + scattered(index, 4) ** 1.2 * (hearth - 110),
    strength: (0.26 + size) * twinkle,
    radius: 2.5 + size * 4.5,
    colour: index % 4 === 0 ? [1, 0.76, 0.42] : [0.94, 0.9, 0.84],
  };
}

/** The fire's own body: what makes the sparks one thing, and lights the water and the towers. */
export function drawHearth(light: Light, phase: number, hearth: number): void {
  const rest = 1 - scattering(phase);
  const breath = 1 + 0.06 * Math.sin(TURN * phase * 7) + 0.04 * Math.sin(TURN * phase * 11 + 1);
  const middle = light.width / 2;
  glow(light, middle, hearth - 60, 330 * breath, [0.15 * rest, 0.036 * rest, 0.012 * rest], 0.8);
  glow(light, middle, hearth - 52, 120 * breath, [0.5 * rest, 0.17 * rest, 0.035 * rest], 1.25);
  glow(light, middle, hearth - 26, 46 * breath, [1.1 * rest, 0.62 * rest, 0.22 * rest], 1.2);
}

export function drawSparks(light: Light, phase: number, hearth: number): void {
  for (let index = 0; index < COUNT; index += 1) {
    const share = scattering(phase, (index % 29) * 0.001_6);
    const [fire, star] = [
      inFire(index, phase, light.width, hearth),
      inSky(index, phase, light.width, hearth),
    ];
    const arc = Math.sin(Math.PI * share) * (index % 2 ? 60 : -60);
    const strength = mix(fire.strength, star.strength, share) + 0.5 * Math.sin(Math.PI * share);
    glow(
      light,
      mix(fire.x, star.x, share) + arc,
      mix(fire.y, star.y, share) - Math.abs(arc) * 0.5,
      mix(fire.radius, star.radius, share),
      [
        mix(fire.colour[0], star.colour[0], share) * strength,
        mix(fire.colour[1], star.colour[1], share) * strength,
        mix(fire.colour[2], star.colour[2], share) * strength,
      ],
    );
  }
}
