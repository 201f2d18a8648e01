import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { vi } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import type { EventState } from '#shared/model/state.ts';
import { blankState } from '#shared/rules/fold.ts';
import type { Client, ClientState, CommentRow, CommentStream } from '../sdk/index.ts';
import { ClientProvider } from './live/client-context.ts';

type Asked = (...input: unknown[]) => Promise<unknown>;

/** Nothing is ever resized here, and what would look for it finds somebody to ask. */
export const holdSizes = (): void =>
  void vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );

/** A client without a server: a test says what it knows, and sees what it is asked. */
export function createTestClient(event: Partial<EventState> = {}, state: Partial<ClientState> = {}) {
  let current = {
    status: 'live',
    closedBy: null,
    refusal: null,
    you: { id: 'v1', role: 'viewer', name: '我', number: 1, ballots: {}, mutedUntil: null },
    event: { ...blankState, ...event },
    rows: [],
    mine: [],
    clockOffsetMs: 0,
    lastRefusal: null,
    ...state,
  } as unknown as ClientState;
  const listeners = new Set<() => void>();
  const streams = new Set<CommentStream>();
  const client = {
    getSnapshot: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listen(stream: CommentStream) {
      streams.add(stream);
      return () => streams.delete(stream);
    },
    execute: vi.fn<Asked>(),
    post: vi.fn<Asked>(),
    retry: vi.fn<Asked>(),
    discard: vi.fn<Asked>(),
    checkMine: vi.fn<Asked>(),
    react: vi.fn<Asked>(),
    reconnect: vi.fn<Asked>(),
    destroy: vi.fn<Asked>(),
    now: () => Date.now(),
  };
  return Object.assign(client as unknown as typeof client & Client, {
    set(change: Partial<ClientState>): void {
      current = { ...current, ...change };
      act(() => {
        for (const listener of listeners) listener();
      });
    },
    hide(id: string): void {
      this.set({ rows: current.rows.filter((one) => one.id !== id) });
      act(() => {
        for (const stream of streams) stream.onHidden?.(id as CommentId);
      });
    },
    setEvent(change: Partial<EventState>): void {
      this.set({ event: { ...(current.event ?? blankState), ...change } });
    },
  });
}

let shown: Root | undefined;

/** Puts a part on a page of its own, in Chinese; the part shown before is gone. */
export function show(part: ReactNode, client: Client): HTMLElement {
  // React asks for this name.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  act(() => shown?.unmount());
  i18n.loadAndActivate({ locale: 'zh-CN', messages: {} });
  const page = document.createElement('div');
  document.body.replaceChildren(page);
  act(() => {
    shown = createRoot(page);
    shown.render(
      <I18nProvider i18n={i18n}>
        <ClientProvider value={client}>{part}</ClientProvider>
      </I18nProvider>,
    );
  });
  return page;
}

/** The button that says this, or is called this. */
export function button(page: ParentNode, words: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === words || one.getAttribute('aria-label') === words,
  );
  if (!found) throw new Error(`no button “${words}” in: ${page.textContent}`);
  return found;
}

export const click = (element: Element): Promise<void> =>
  act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });

export const write = (input: HTMLInputElement, text: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

export const poll = (change: Partial<Poll> = {}): Poll =>
  ({
    id: 'p1',
    question: '最受欢迎的节目？',
    options: [
      { id: 'a', label: '合唱' },
      { id: 'b', label: '舞蹈' },
    ],
    multiple: 1,
    changeable: false,
    results: 'live',
    status: 'open',
    closesAfterSeconds: null,
    closesAt: null,
    entitled: null,
    tally: null,
    ...change,
  }) as Poll;

export const row = (id: string, change: Partial<CommentRow> = {}): CommentRow =>
  ({
    key: id,
    id,
    text: id,
    at: 1,
    author: { id: 'v2', name: '小鱼', role: 'viewer' },
    isOwn: false,
    delivery: 'shown',
    refusal: null,
    ...change,
  }) as CommentRow;

export const comment = (id: string, role = 'viewer'): Comment =>
  ({ id, text: id, at: 1, author: { id: 'x', name: '李主持', role } }) as Comment;
