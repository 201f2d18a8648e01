import type { Scene, SceneRequest } from '#shared/model/stage.ts';

/** How to bring a scene back as it was: a countdown goes on towards its end, one that is over gives way. */
export function toRequest(scene: Scene, now: number): SceneRequest {
  if (scene.scene !== 'countdown') return scene;
  const seconds = Math.ceil((scene.endsAt - now) / 1_000);
  return seconds > 0 ? { scene: 'countdown', seconds, label: scene.label } : { scene: 'idle' };
}
