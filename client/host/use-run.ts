import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { useClient } from '../ui/live/client-context.ts';
import { useToast } from '../ui/parts/Toasts.tsx';
import { deskRefusalWords } from './words.ts';

export type Run = <N extends CommandName>(name: N, input: RawInput<N>) => Promise<Output<N> | null>;

/** What a desk has asked for and has no answer to yet. */
const inHand = new WeakMap<ReturnType<typeof useClient>, Set<Promise<unknown>>>();

/** Resolves when everything asked for at this desk so far is answered. */
export async function allAnswered(client: ReturnType<typeof useClient>): Promise<void> {
  await Promise.allSettled(inHand.get(client) ?? new Set());
}

/** Runs a command; a refusal is said in passing and answered with null. What changed comes back as state. */
export function useRun(): Run {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  return useCallback<Run>(
    (name, input) => {
      const ask = async () => {
        const ack = await client.execute(name, input);
        if (ack.ok) return ack.data;
        say(t(deskRefusalWords[ack.error.code]), 'alert');
        return null;
      };
      const asked = inHand.get(client) ?? new Set();
      inHand.set(client, asked);
      const answer = ask();
      asked.add(answer);
      void answer.finally(() => asked.delete(answer));
      return answer;
    },
    [client, say, t],
  );
}
