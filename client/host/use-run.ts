import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { useClient } from '../ui/live/client-context.ts';
import { useToast } from '../ui/parts/Toasts.tsx';
import { deskRefusalWords } from './words.ts';

export type Run = <N extends CommandName>(name: N, input: RawInput<N>) => Promise<Output<N> | null>;

/** Runs a command; a refusal is said in passing and answered with null. What changed comes back as state. */
export function useRun(): Run {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  return useCallback<Run>(
    async (name, input) => {
      const ack = await client.execute(name, input);
      if (ack.ok) return ack.data;
      say(t(deskRefusalWords[ack.error.code]), 'alert');
      return null;
    },
    [client, say, t],
  );
}
