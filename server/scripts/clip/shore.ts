import type { Light } from './light.ts';

const TURN = 2 * Math.PI;

/** Towers of a city on the other shore: left edge and width in shares of the picture, height in pixels, and a top. */
const TOWERS: readonly (readonly [x: number, width: number, height: number, top?: 'spire' | 'round'])[] = [
  [0.0, 0.045, 58],
  [0.04, 0.03, 96],
  [0.075, 0.04, 70],
  [0.118, 0.026, 138, 'round'],
  [0.15, 0.036, 86],
  [0.19, 0.03, 190, 'spire'],
  [0.226, 0.04, 78],
  [0.27, 0.026, 112],
  [0.3, 0.05, 48],
  [0.36, 0.03, 30],
  [0.62, 0.04, 34],
  [0.665, 0.03, 76],
  [0.7, 0.032, 124, 'spire'],
  [0.736, 0.04, 62],
  [0.78, 0.028, 156, 'round'],
  [0.812, 0.034, 92],
  [0.85, 0.03, 118],
  [0.884, 0.044, 66],
  [0.93, 0.028, 84],
  [0.96, 0.05, 52],
];

/** How many pixels of each column stand above the water. */
export function skyline(width: number): Float32Array {
  const heights = new Float32Array(width).fill(5);
  for (const [x, share, height, top] of TOWERS) {
    const [left, wide] = [Math.round(x * width), Math.round(share * width)];
    for (let column = 0; column < wide && left + column < width; column += 1) {
      const off = Math.abs((column + 0.5) / wide - 0.5) * 2;
      const rise =
        top === 'round'
          ? height * (0.82 + 0.18 * Math.sqrt(1 - off * off))
          : top === 'spire'
            ? height * 0.8 + (off < 0.12 ? height * 0.34 : off < 0.5 ? height * 0.08 : 0)
            : height;
      heights[left + column] = Math.max(heights[left + column] as number, rise);
    }
  }
  return heights;
}

/** A lit window here and there; the same ones all night. */
const isLit = (column: number, row: number): boolean =>
  column % 5 < 2 &&
  row % 7 < 3 &&
  (Math.imul(Math.floor(column / 5) + 7, 73_856_093) ^ Math.imul(Math.floor(row / 7) + 3, 19_349_663)) % 6 ===
    0;

/** Night above the water; the city's haze lies near it, and is seen best when the fire is out. */
export function drawNight({ width, height, sums }: Light, hearth: number, isDark: number): void {
  for (let row = 0; row < height; row += 1) {
    const low = Math.min(1, row / hearth) ** 4 * (0.5 + 0.5 * isDark);
    for (let at = row * width * 3; at < (row + 1) * width * 3; at += 3) {
      sums[at] = 0.0024 + 0.016 * low;
      sums[at + 1] = 0.002 + 0.013 * low;
      sums[at + 2] = 0.0048 + 0.026 * low;
    }
  }
}

/** What stands in front of the sky takes its light away and gives little back. */
export function drawTowers({ width, sums }: Light, heights: Float32Array, hearth: number): void {
  for (let column = 0; column < width; column += 1) {
    const tall = heights[column] as number;
    for (let row = Math.max(0, Math.round(hearth - tall)); row < hearth; row += 1) {
      const at = (row * width + column) * 3;
      const lit = tall > 28 && row < hearth - 8 && isLit(column, row) ? 0.12 : 0;
      sums[at] = (sums[at] as number) * 0.14 + 0.0035 + lit;
      sums[at + 1] = (sums[at + 1] as number) * 0.14 + 0.003 + lit * 0.7;
      sums[at + 2] = (sums[at + 2] as number) * 0.14 + 0.0052 + lit * 0.36;
    }
  }
}

/** The water below shows all of it upside down, darker, in slow waves that come round with the clip. */
export function drawWater({ width, height, sums }: Light, phase: number, hearth: number): void {
  for (let row = hearth; row < height; row += 1) {
    const depth = (row - hearth) / (height - hearth);
    const wave = Math.sin(TURN * (phase * 6 - 1.7 * Math.sqrt(row - hearth + 1)));
    const from = Math.max(0, Math.round(hearth - 1 - (row - hearth) * 1.7 + wave * 7 * depth));
    const dim = 0.5 * (1 - depth) ** 1.3 * (0.86 + 0.14 * wave);
    for (let column = 0; column < width; column += 1) {
      const shift = Math.round(Math.sin(TURN * (phase * 3 + row * 0.037 + column * 0.002)) * 9 * depth);
      const source = (from * width + Math.max(0, Math.min(width - 1, column + shift))) * 3;
      const at = (row * width + column) * 3;
      sums[at] = (sums[source] as number) * dim + 0.002;
      sums[at + 1] = (sums[source + 1] as number) * dim + 0.0017;
      sums[at + 2] = (sums[source + 2] as number) * dim + 0.0034;
    }
  }
}
