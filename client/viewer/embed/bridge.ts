import { EMBED_VERSION, type EmbedEvents } from '#shared/protocol/embed.ts';
import { type Command, readCommand } from './commands.ts';

export type Tell = <T extends keyof EmbedEvents>(type: T, detail: EmbedEvents[T]) => void;

/** How many messages that are no command are answered; whoever sends more is not reading. */
const MAX_COMPLAINTS = 5;

/**
 * The line to the page around the frame. It hears that page alone, under the origin it was opened for, and speaks to no
 * other: a page whose origin is not known is not spoken to at all.
 */
export function openBridge(origin: string | null, onCommand: (command: Command) => void): { tell: Tell } {
  const page = window.parent === window ? null : window.parent;
  let complaints = 0;
  const tell: Tell = (type, detail) => {
    if (page === null || origin === null) return;
    page.postMessage({ xinli: { v: EMBED_VERSION, ...detail, type } }, origin);
  };
  window.addEventListener('message', (message) => {
    if (page === null || message.source !== page || message.origin !== origin) return;
    const command = readCommand(message.data);
    if (command !== null) onCommand(command);
    else if (isMeantForUs(message.data) && complaints++ < MAX_COMPLAINTS)
      tell('error', { code: 'MESSAGE', message: 'not a command; see docs/embed.md' });
  });
  return { tell };
}

const isMeantForUs = (data: unknown): boolean => typeof data === 'object' && data !== null && 'xinli' in data;

/** The origin of the page around: as the loader wrote it into the address, or else as the browser tells it. */
export function originOfPage(search: string, referrer: string): string | null {
  const given = new URLSearchParams(search).get('origin') ?? referrer;
  if (!URL.canParse(given)) return null;
  const { origin } = new URL(given);
  return origin === 'null' ? null : origin;
}
