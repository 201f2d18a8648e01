/** The rule sets that are ready to use (presets.ts). */
export const PRESET_NAMES = ['speech', 'points', 'mean100'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];
