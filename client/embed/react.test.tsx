import { act, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { XinliLive as XinliLiveElement } from './loader/element.ts';
import { XinliLive, type XinliLiveProps } from './react.tsx';

const SERVER = 'https://live.example';
let root: Root;

beforeAll(() => {
  // React asks for this name.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  customElements.define('xinli-live', XinliLiveElement);
});
beforeEach(() => {
  const page = document.createElement('div');
  document.head.replaceChildren();
  document.body.replaceChildren(page);
  root = createRoot(page);
});
afterEach(() => act(() => root.unmount()));

const put = (props: Partial<XinliLiveProps> = {}): XinliLiveElement => {
  act(() =>
    root.render(
      <StrictMode>
        <XinliLive server={SERVER} event="gala" loading="eager" {...props} />
      </StrictMode>,
    ),
  );
  return document.querySelector('xinli-live') as XinliLiveElement;
};
const frameOf = (element: Element) => element.shadowRoot?.querySelector('iframe') ?? null;
const tell = (element: Element, type: string, detail: object): boolean =>
  element.dispatchEvent(new CustomEvent(`xl-${type}`, { detail, composed: true }));

describe('the React wrapper', () => {
  test('puts the element there with its frame, and its script once for all of them', () => {
    const element = put();
    const second = createRoot(document.body.appendChild(document.createElement('div')));
    act(() => second.render(<XinliLive server={SERVER} event="other" loading="eager" />));
    expect(document.querySelectorAll('xinli-live')).toHaveLength(2);
    expect(frameOf(element)?.src).toContain(`${SERVER}/embed/`);
    const scripts = [...document.querySelectorAll('script')].map(({ src }) => src);
    expect(scripts).toEqual([`${SERVER}/embed.js`]);
    act(() => second.unmount());
  });

  test('hands every attribute on by its own name, and takes back what is no longer said', () => {
    const element = put({
      layout: 'below',
      theme: 'dark',
      lang: 'en',
      features: ['comments', 'polls'],
      height: 480,
      className: 'wide',
    });
    const said = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    expect(said).toEqual({
      server: SERVER,
      event: 'gala',
      loading: 'eager',
      layout: 'below',
      theme: 'dark',
      lang: 'en',
      features: 'comments polls',
      height: '480',
      class: 'wide',
    });
    put({ theme: 'light' });
    expect(element.getAttribute('theme')).toBe('light');
    for (const gone of ['features', 'height', 'layout']) expect(element.hasAttribute(gone)).toBe(false);
  });

  test('a change of looks keeps the frame; another event is another frame', () => {
    const element = put({ theme: 'dark' });
    const first = frameOf(element);
    put({ theme: 'light', lang: 'en' });
    expect(frameOf(element)).toBe(first);
    put({ event: 'other' });
    expect(frameOf(element)).not.toBe(first);
  });

  test('events reach the listener of the last render alone', () => {
    const [before, after] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const element = put({ onVote: before });
    put({ onVote: after, onTokenExpiring: after });
    const vote = { pollId: 'p1' };
    tell(element, 'vote', vote);
    tell(element, 'token-expiring', { expiresAt: 5 });
    tell(element, 'comment', { id: 'nobody listens' });
    expect(before).not.toHaveBeenCalled();
    expect(after.mock.calls).toEqual([[vote], [{ expiresAt: 5 }]]);
  });

  test('taken away, the frame goes and nothing is heard any more', () => {
    const onReady = vi.fn<() => void>();
    const element = put({ onReady });
    act(() => root.render(null));
    expect(element.isConnected).toBe(false);
    expect(frameOf(element)).toBeNull();
    tell(element, 'ready', {});
    expect(onReady).not.toHaveBeenCalled();
  });
});
