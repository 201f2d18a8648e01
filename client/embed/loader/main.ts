import { XinliLive } from './element.ts';
import { ATTRIBUTES, warn } from './attributes.ts';

const NAME = 'xinli-live';

// A second snippet on the page runs this file once more, and finds everything in its place.
if (!customElements.get(NAME)) customElements.define(NAME, XinliLive);

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.dataset['event']) {
  const element = document.createElement(NAME);
  for (const [name, value] of Object.entries(script.dataset)) {
    if (ATTRIBUTES.includes(name)) element.setAttribute(name, value ?? '');
    else warn(`data-${name}`);
  }
  if (!script.closest('head')) script.replaceWith(element);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(element));
}
