import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { useClient } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { useToast } from '../../ui/parts/Toasts.tsx';

export type Run = <N extends CommandName>(name: N, input: RawInput<N>) => Promise<Output<N> | null>;

/** Runs a command; a refusal is said in passing, with the rule it names, and answered with null. */
export function useRun(): Run {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  return useCallback<Run>(
    async (name, input) => {
      const ack = await client.execute(name, input);
      if (ack.ok) return ack.data;
      const rule = /^(?:SC-\d+|[\w.]+): /.test(ack.error.message) ? `（${ack.error.message}）` : '';
      say(t(refusalWords[ack.error.code]) + rule, 'alert');
      return null;
    },
    [client, say, t],
  );
}
