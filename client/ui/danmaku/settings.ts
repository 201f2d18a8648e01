/** How danmaku fly. The list beside the picture has every comment whatever is chosen here. */
export type DanmakuSettings = {
  /** The upper share of the picture they may cover. */
  areaPercent: number;
  size: keyof typeof SIZES;
  speed: keyof typeof CROSSING_MS;
  opacityPercent: number;
  density: keyof typeof STARTS_PER_SECOND;
};

/** Times the text size that the picture's width gives. */
export const SIZES = { small: 0.8, medium: 1, large: 1.3, huge: 1.6 } as const;
/** One way across the picture, for all alike. */
export const CROSSING_MS = { slow: 12_000, normal: 8_000, fast: 5_000 } as const;
/** Readable at most; more is noise. */
export const STARTS_PER_SECOND = { few: 3, some: 8, many: 20 } as const;
export const AREAS = [25, 50, 75, 100] as const;
export const OPACITY = { min: 20, max: 100, step: 10 } as const;

export const DEFAULT_DANMAKU: DanmakuSettings = {
  areaPercent: 50,
  size: 'medium',
  speed: 'normal',
  opacityPercent: 100,
  density: 'many',
};

/** What was kept, or the default for each part that is missing or nonsense. */
export function readDanmaku(kept: string | null): DanmakuSettings {
  const found = parse(kept);
  const { areaPercent, size, speed, opacityPercent, density } = { ...DEFAULT_DANMAKU, ...found };
  const isOpacity = opacityPercent >= OPACITY.min && opacityPercent <= OPACITY.max;
  return {
    areaPercent: AREAS.find((area) => area === areaPercent) ?? DEFAULT_DANMAKU.areaPercent,
    size: isIn(SIZES, size) ? size : DEFAULT_DANMAKU.size,
    speed: isIn(CROSSING_MS, speed) ? speed : DEFAULT_DANMAKU.speed,
    opacityPercent: isOpacity ? opacityPercent : DEFAULT_DANMAKU.opacityPercent,
    density: isIn(STARTS_PER_SECOND, density) ? density : DEFAULT_DANMAKU.density,
  };
}

const isIn = (table: object, name: string): boolean => Object.keys(table).includes(name);

function parse(kept: string | null): Partial<DanmakuSettings> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Written by something else: as if nothing was kept.
    return {};
  }
}
