/** Keeps an element exactly over another one, whatever scrolls, grows or is transformed; gives clicks through. */
export function cover(host: HTMLElement, selector: string): () => void {
  const { style } = host;
  const set = (name: string, value: string): void => style.setProperty(name, value, 'important');
  let left = 0;
  let top = 0;
  for (const name of ['margin', 'left', 'top']) set(name, '0');
  set('position', 'absolute');
  set('z-index', '2147483647');
  set('pointer-events', 'none');

  const place = (): void => {
    const target = document.querySelector(selector);
    if (!target) return set('visibility', 'hidden');
    const own = host.getBoundingClientRect();
    const there = target.getBoundingClientRect();
    // An ancestor may be scaled: what is measured is not what is set.
    const scale = own.width / (host.offsetWidth || 1) || 1;
    left += (there.left - own.left) / scale;
    top += (there.top - own.top) / scale;
    set('left', `${left}px`);
    set('top', `${top}px`);
    set('width', `${there.width / scale}px`);
    set('height', `${there.height / scale}px`);
    set('visibility', 'visible');
  };

  const watcher = new ResizeObserver(place);
  watcher.observe(document.documentElement);
  const target = document.querySelector(selector);
  if (target) watcher.observe(target);
  addEventListener('scroll', place, true);
  // A target that comes later, or moves without any of these.
  const timer = setInterval(place, 1_000);
  place();
  return () => {
    watcher.disconnect();
    removeEventListener('scroll', place, true);
    clearInterval(timer);
  };
}
