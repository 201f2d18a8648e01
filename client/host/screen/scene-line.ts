import type { Poll } from '#shared/model/poll.ts';
import type { Scene } from '#shared/model/stage.ts';

/** What a scene is about, in its own words. */
export function sceneLine(scene: Scene, polls: readonly Poll[]): string {
  switch (scene.scene) {
    case 'poll':
      return polls.find(({ id }) => id === scene.pollId)?.question ?? '';
    case 'countdown':
      return scene.label;
    case 'announcement':
      return [scene.title, scene.text].filter(Boolean).join(' ');
    default:
      return '';
  }
}
