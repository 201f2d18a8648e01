import type { Client, ClientState } from '../../sdk/index.ts';
import { initialClientState } from '../../sdk/state.ts';
import type { Tell } from './bridge.ts';
import { lifeOf, renewIn } from './token-expiry.ts';

/** No timer of a browser waits longer. */
const LONGEST_MS = 2_000_000_000;

/** Tells the page around what happens in the widget. Returns the way to stop. */
export function reportTo(tell: Tell, client: Client, token: string | null): () => void {
  let before: ClientState = initialClientState; // what it is already, is news to the page
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const now = client.getSnapshot();
    if (before.event === null && now.event !== null) {
      const { slug, title, status } = now.event.event;
      tell('ready', { event: slug, title, status });
      if (token !== null) remind(token);
    }
    if (now.status !== before.status) {
      tell('connection', { status: now.status });
      if (now.status === 'refused') tell('error', problemOf(now, token));
    }
    if (now.event?.polls !== before.event?.polls) {
      for (const { id, question, status } of now.event?.polls ?? []) {
        const known = before.event?.polls.find((poll) => poll.id === id);
        if (before.event && known?.status !== status) tell('poll', { pollId: id, question, status });
      }
    }
    if (before.you && now.you && now.you.ballots !== before.you.ballots)
      for (const pollId of Object.keys(now.you.ballots))
        if (!(pollId in before.you.ballots)) tell('vote', { pollId });
    before = now;
  };
  const remind = (given: string): void => {
    const life = lifeOf(given);
    if (life === null) return;
    const waitMs = renewIn(life, client.now());
    if (waitMs > LONGEST_MS) return;
    timer = setTimeout(() => tell('token-expiring', { expiresAt: life.expiresAt }), waitMs);
  };

  const stops = [
    client.subscribe(look),
    client.listen({
      onShown: (comments) => {
        for (const { id, author, text, at, isOwn } of comments)
          tell('comment', { id, name: author.name, text, at, own: isOwn });
      },
    }),
    () => clearTimeout(timer),
  ];
  look();
  return () => stops.forEach((stop) => stop());
}

function problemOf({ refusal }: ClientState, token: string | null) {
  const message = refusal?.message ?? '';
  if (refusal?.code === 'NOT_FOUND') return { code: 'NOT_FOUND' as const, message };
  if (refusal?.code === 'FORBIDDEN' && token !== null) return { code: 'TOKEN' as const, message };
  return { code: 'REFUSED' as const, message };
}
