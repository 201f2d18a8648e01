/** One picture as light: three sums per pixel that anything may add to, turned into bytes at the end. */
export type Light = { width: number; height: number; sums: Float32Array };
export type Colour = readonly [red: number, green: number, blue: number];

export const darkness = (width: number, height: number): Light => ({
  width,
  height,
  sums: new Float32Array(width * height * 3),
});

/** A soft round light. `radius` is where it has lost most of its strength; nothing is added beyond twice that. */
export function glow(
  { width, height, sums }: Light,
  x: number,
  y: number,
  radius: number,
  [red, green, blue]: Colour,
  squash = 1,
): void {
  const reach = radius * 2;
  const [top, bottom] = [Math.max(0, Math.ceil(y - reach * squash)), Math.min(height, y + reach * squash)];
  const [left, right] = [Math.max(0, Math.ceil(x - reach)), Math.min(width, x + reach)];
  for (let row = top; row < bottom; row += 1) {
    const down = (row - y) / squash;
    for (let column = left; column < right; column += 1) {
      const far = ((column - x) ** 2 + down * down) / (reach * reach);
      if (far >= 1) continue;
      const strength = (1 - far) ** 4 / (1 + 8 * far);
      const at = (row * width + column) * 3;
      sums[at] = (sums[at] as number) + red * strength;
      sums[at + 1] = (sums[at + 1] as number) + green * strength;
      sums[at + 2] = (sums[at + 2] as number) + blue * strength;
    }
  }
}

/** Noise that stays where it is: it breaks up the bands of a dark gradient and costs nothing from frame to frame. */
export function stillNoise(width: number, height: number): Float32Array {
  let seed = 20_190_101;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return Float32Array.from({ length: width * height }, () => next() + next() - 1);
}

/** Bright light runs into white instead of being cut off. */
export function develop({ sums }: Light, noise: Float32Array, into: Buffer): void {
  for (let at = 0; at < sums.length; at += 1) {
    const shade = 1 - Math.exp(-(sums[at] as number));
    into[at] = Math.max(0, Math.min(255, 255 * Math.sqrt(shade) + (noise[Math.floor(at / 3)] as number)));
  }
}
