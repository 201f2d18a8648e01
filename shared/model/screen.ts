import { z } from 'zod';
import { LIMITS, OVERLAYS } from '../limits.ts';
import { ActorId, Instant, ScreenName } from './ids.ts';
import { Scene } from './stage.ts';

/** One screen among several. The main one needs no record of its own to be there. */
export const Screen = z.object({
  /** For people; empty where its name says enough. */
  label: z.string().max(LIMITS.titleLength),
  /** Its own scene; null goes with the main screen. */
  scene: Scene.nullable(),
  /** The scene that is held while others are taken behind it; null while nothing is frozen. */
  frozen: Scene.nullable(),
  /** Black, whatever its scene is. */
  isBlank: z.boolean(),
});
export type Screen = z.output<typeof Screen>;

/** A key for one screen: it reads, and where `mayStep` says so a clicker at it goes on with the show. */
export const ScreenLink = z.object({
  id: ActorId,
  screen: ScreenName,
  mayStep: z.boolean(),
  createdAt: Instant,
});
export type ScreenLink = z.output<typeof ScreenLink>;

export const Overlay = z.enum(OVERLAYS);
export type Overlay = z.output<typeof Overlay>;

/** A stage page as it says who it is when it connects: its tab, kept over reloads, and what its address asks for. */
export const ScreenPage = z.object({
  id: z.string().regex(/^[\w-]{8,24}$/),
  screen: ScreenName,
  /** Null for the whole picture. */
  overlay: Overlay.nullable(),
});
export type ScreenPage = z.output<typeof ScreenPage>;

/** What the desk is told of a stage page. */
export const ScreenPresence = z.object({
  screen: ScreenName,
  overlay: Overlay.nullable(),
  /** Connected since then. */
  since: Instant,
  /** When its line was lost; null while it is there. */
  lostAt: Instant.nullable(),
});
export type ScreenPresence = z.output<typeof ScreenPresence>;
