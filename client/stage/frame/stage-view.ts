/** What the operator has laid over the scene, on this screen alone. */
export type StageView = { isBlank: boolean; showsQr: boolean; showsKeys: boolean; showsGuide: boolean };

export type ViewAction = 'blank' | 'qr' | 'keys' | 'guide' | 'clear';
/** What a clicker asks for: with the right to, the show goes on; without it, the pages of this screen turn. */
export type StepAction = 'next' | 'previous';
export type StageAction = ViewAction | StepAction | 'fullScreen' | 'language' | 'reveal';

export const initialView: StageView = { isBlank: false, showsQr: false, showsKeys: false, showsGuide: false };

const ACTIONS: Record<string, StageAction> = {
  f: 'fullScreen',
  b: 'blank',
  '.': 'blank',
  q: 'qr',
  '?': 'keys',
  '？': 'keys',
  g: 'guide',
  l: 'language',
  r: 'reveal',
  ' ': 'next',
  pagedown: 'next',
  arrowright: 'next',
  arrowdown: 'next',
  pageup: 'previous',
  arrowleft: 'previous',
  arrowup: 'previous',
  escape: 'clear',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** A held key counts once, and shortcuts of the browser stay the browser's. */
export function actionOf({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): StageAction | null {
  if (ctrlKey || metaKey || altKey || repeat) return null;
  return ACTIONS[key.toLowerCase()] ?? null;
}

export function nextView(view: StageView, action: ViewAction): StageView {
  switch (action) {
    case 'blank':
      return { ...view, isBlank: !view.isBlank };
    case 'qr':
      return { ...view, showsQr: !view.showsQr };
    case 'keys':
      return { ...view, showsKeys: !view.showsKeys };
    case 'guide':
      return { ...view, showsGuide: !view.showsGuide };
    default:
      return initialView;
  }
}
