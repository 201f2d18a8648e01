import type { Scene, SceneRequest } from '#shared/model/stage.ts';

const FIELD = 'scene=';

/** A scene that is looked at before it is taken, as a fragment of the preview's address: `#scene={…}`. */
export const cueHash = (request: SceneRequest): string =>
  `#${FIELD}${encodeURIComponent(JSON.stringify(request))}`;

/** The scene that a preview's fragment asks for, as it would be if it were taken now; null when there is none. */
export function readCue(hash: string, now: number): Scene | null {
  const at = hash.indexOf(FIELD);
  if (at === -1) return null;
  try {
    return toScene(JSON.parse(decodeURIComponent(hash.slice(at + FIELD.length))) as Fields, now);
  } catch {
    return null; // a fragment that somebody has written by hand: the preview shows what is on air
  }
}

type Fields = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function toScene(fields: Fields, now: number): Scene | null {
  switch (fields['scene']) {
    case 'idle':
    case 'counter':
    case 'wall':
    case 'blackout':
      return { scene: fields['scene'] };
    case 'poll':
      return { scene: 'poll', pollId: text(fields['pollId']) as never };
    case 'countdown':
      return {
        scene: 'countdown',
        endsAt: now + (Number(fields['seconds']) || 0) * 1_000,
        label: text(fields['label']),
      };
    case 'announcement':
      return { scene: 'announcement', title: text(fields['title']), text: text(fields['text']) };
    case 'contest': {
      const { view } = fields;
      return { scene: 'contest', view: view === 'vote' || view === 'board' ? view : 'latest' };
    }
    default:
      return null;
  }
}
