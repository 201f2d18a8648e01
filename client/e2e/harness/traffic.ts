import type { Page } from 'playwright-core';

/** Everything a page has received: each WebSocket message and each HTTP body, as text. */
export type Traffic = {
  messages: readonly string[];
  /** Messages and bodies together, once all bodies are read. */
  all(): Promise<readonly string[]>;
};

/** Starts before the page is opened, so that nothing is missed. */
export function recordTraffic(page: Page): Traffic {
  const messages: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void messages.push(payload.toString()));
  });
  page.on('response', (response) => {
    const body = response.text().catch(() => ''); // a redirect has none, and a page that has gone took its own along
    bodies.push(body);
  });
  return {
    messages,
    all: async () => [...messages, ...(await Promise.all(bodies))],
  };
}

/** What a poll's tally looks like in whatever message: votes by option, or a tally that is not null. */
export const TALLY = /"[\w-]+\.\d+":\d|"counts":|"tally":\{|"tallies":\{"/;
