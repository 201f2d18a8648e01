const light = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: light)');
let follow: (() => void) | null = null;

/** `light`, `dark`, or `auto` for what the reader's system prefers, also when it changes. Night, unless another is wished. */
export function applyTheme(wish: string | null): void {
  const apply = (isLight: boolean): void => {
    document.documentElement.dataset.theme = isLight ? 'light' : 'dark';
  };
  if (follow) light().removeEventListener('change', follow);
  follow = null;
  if (wish !== 'auto') return apply(wish === 'light');
  follow = () => apply(light().matches);
  light().addEventListener('change', follow);
  follow();
}
