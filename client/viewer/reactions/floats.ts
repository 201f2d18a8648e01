/** More at once is a smear, not applause. */
const MAX_FLOATS = 14;
const RISE_MS = 1_600;

/** Marks that rise from the bar and fade. */
export function createFloats(
  stage: HTMLElement,
  className: string | undefined,
  random: () => number = Math.random,
) {
  let flying = 0;
  return (mark: Element, leftPx: number): void => {
    if (flying >= MAX_FLOATS) return;
    flying += 1;
    const element = document.createElement('span');
    if (className) element.className = className;
    element.append(mark.cloneNode(true));
    element.style.left = `${leftPx}px`;
    stage.append(element);
    const drift = (random() - 0.5) * 56;
    const animation = element.animate(
      [
        { transform: 'translate(-50%, 0) scale(0.8)', opacity: 0 },
        { transform: `translate(calc(-50% + ${drift * 0.3}px), -40px) scale(1)`, opacity: 1, offset: 0.2 },
        { transform: `translate(calc(-50% + ${drift}px), -190px) scale(1)`, opacity: 0 },
      ],
      { duration: RISE_MS, easing: 'cubic-bezier(0.2, 0.6, 0.4, 1)' },
    );
    animation.onfinish = () => {
      flying -= 1;
      element.remove();
    };
  };
}
