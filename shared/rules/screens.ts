import { LIMITS } from '../limits.ts';
import type { ScreenName } from '../model/ids.ts';
import type { Screen } from '../model/screen.ts';
import type { Scene } from '../model/stage.ts';
import type { EventState } from '../model/state.ts';
import { isRevoked as isDeviceRevoked } from './contest/devices.ts';

type Screens = Pick<EventState, 'stage' | 'screens'>;

export const MAIN_SCREEN = 'main' as ScreenName;

/** A screen of which nothing particular is known goes with the main one. */
export const plainScreen: Screen = { label: '', scene: null, frozen: null, isBlank: false };

export const screenOf = ({ screens }: Screens, name: ScreenName): Screen => screens[name] ?? plainScreen;

/** The scene that was taken for a screen, whether or not it is held back by a freeze. */
export const takenScene = (state: Screens, name: ScreenName): Scene =>
  screenOf(state, name).scene ?? state.stage;

/** What a screen shows where it is not blank. */
export const sceneOf = (state: Screens, name: ScreenName): Scene =>
  screenOf(state, name).frozen ?? takenScene(state, name);

/** Every screen there is, the main one first, the others by name. */
export const screenNames = ({ screens }: Screens): ScreenName[] => [
  MAIN_SCREEN,
  ...(Object.keys(screens) as ScreenName[]).filter((name) => name !== MAIN_SCREEN).toSorted(),
];

export const mayAddScreen = (state: Screens): boolean => screenNames(state).length <= LIMITS.screens;

/** Bearers of a link made for a screen are named so, and nobody else is. */
const LINK = /^link-/;
export const isScreenLink = (actorId: string): boolean => LINK.test(actorId);

/** Whether an actor's right to be here was taken back: a judge's device, or a link made for a screen. */
export const isRevoked = (state: EventState, actorId: string): boolean =>
  isDeviceRevoked(state.contest, actorId) ||
  (isScreenLink(actorId) && !state.desk.screenLinks.some(({ id }) => id === actorId));
