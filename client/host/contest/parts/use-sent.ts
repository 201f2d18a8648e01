import { useState } from 'react';

/** What was sent last is shown until the server's own answer to it comes in; a refusal brings back what holds. */
export function useSent<T>(held: T, send: (next: T) => Promise<unknown>): [T, (next: T) => void] {
  const [sent, setSent] = useState<{ value: T; over: T } | null>(null);
  const shown = sent !== null && sent.over === held ? sent.value : held;
  const put = async (next: T): Promise<void> => {
    setSent({ value: next, over: held });
    if ((await send(next)) === null) setSent(null);
  };
  return [shown, (next) => void put(next)];
}
