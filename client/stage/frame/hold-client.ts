import type { Client, ClientState } from '../../sdk/index.ts';
import { pruneRows } from '../../ui/live/prune-rows.ts';

/**
 * A client whose picture stands still: state and clock as they were. What is taken back leaves it all the same,
 * for a hide reaches every screen.
 */
export function holdClient(client: Client): Client {
  const heldAt = client.now();
  let held = client.getSnapshot();
  return {
    ...client,
    now: () => heldAt,
    getSnapshot: () => held,
    subscribe(listener) {
      const change = (next: ClientState): void => {
        if (next === held) return;
        held = next;
        listener();
      };
      const stopRows = client.subscribe(() => change(withoutGone(held, client.getSnapshot())));
      const stopHides = client.listen({ onHidden: (id) => change(withoutPin(held, id)) });
      return () => {
        stopRows();
        stopHides();
      };
    },
    listen: ({ onHidden }) => client.listen(onHidden ? { onHidden } : {}),
  };
}

function withoutGone(held: ClientState, now: ClientState): ClientState {
  const rows = pruneRows(held.rows, now.rows);
  return rows === held.rows ? held : { ...held, rows };
}

function withoutPin(held: ClientState, hiddenId: string): ClientState {
  if (held.event?.pinned?.id !== hiddenId) return held;
  return { ...held, event: { ...held.event, pinned: null } };
}
