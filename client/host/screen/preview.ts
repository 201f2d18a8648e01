import type { ScreenName } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import type { Scene, SceneRequest } from '#shared/model/stage.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';
import { pollForStage } from '../polls/polls.ts';

export type SceneName = Exclude<Scene['scene'], 'blackout'>;

/** In the order of the buttons; a contest where there is one. */
export const sceneNames = (hasContest: boolean): SceneName[] => [
  'idle',
  'wall',
  'counter',
  'poll',
  ...(hasContest ? (['contest'] as const) : []),
  'countdown',
  'announcement',
];

/** A scene as it is first looked at; null where there is nothing to show. */
export function firstLook(name: SceneName, polls: readonly Poll[]): SceneRequest | null {
  switch (name) {
    case 'poll': {
      const poll = pollForStage(polls);
      return poll && { scene: 'poll', pollId: poll.id };
    }
    case 'countdown':
      return { scene: 'countdown', seconds: 300, label: '' };
    case 'announcement':
      return { scene: 'announcement', title: '', text: '' };
    case 'contest':
      return { scene: 'contest', view: 'latest' };
    default:
      return { scene: name };
  }
}

/** Whether the server would take it as it stands. */
export function isReady(request: SceneRequest): boolean {
  if (request.scene === 'announcement') return request.text.trim() !== '';
  if (request.scene === 'countdown') return request.seconds >= 1 && request.seconds <= 86_400;
  return true;
}

/** The command's input: words without their edges, and the screen where it is not the main one. */
export function toInput(request: SceneRequest, screen: ScreenName): SceneRequest {
  const placed = screen === MAIN_SCREEN ? request : { ...request, screen };
  if (placed.scene === 'announcement')
    return { ...placed, title: (placed.title ?? '').trim(), text: placed.text.trim() };
  if (placed.scene === 'countdown') return { ...placed, label: (placed.label ?? '').trim() };
  return placed;
}

/** Minutes as somebody writes them; null when they are none that a countdown can have. */
export function secondsOf(minutes: string): number | null {
  const seconds = Math.round(Number(minutes.replace(',', '.')) * 60);
  return minutes.trim() !== '' && seconds >= 1 && seconds <= 86_400 ? seconds : null;
}

/** The neighbour that an arrow key leads to, round the end. */
export function neighbour<T>(items: readonly T[], current: T | null, key: string): T | null {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key.startsWith('Arrow') ? -1 : 0;
  if (step === 0 || items.length === 0) return null;
  const at = current === null ? -1 : items.indexOf(current);
  return items[at === -1 ? 0 : (at + step + items.length) % items.length] ?? null;
}
