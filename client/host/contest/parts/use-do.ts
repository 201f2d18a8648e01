import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { useClient } from '../../../ui/live/client-context.ts';
import { useToast } from '../../../ui/parts/Toasts.tsx';
import { refusalWords } from './refusals.ts';

export type Do = <N extends CommandName>(
  name: N,
  input: RawInput<N>,
  said?: string,
) => Promise<Output<N> | null>;

/** Runs a command of the contest: `said` is said when it is done, a refusal in the contest's own words. */
export function useDo(): Do {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  return useCallback<Do>(
    async (name, input, said) => {
      const ack = await client.execute(name, input);
      if (!ack.ok) {
        say(t(refusalWords(ack.error)), 'alert');
        return null;
      }
      if (said !== undefined) say(said);
      return ack.data;
    },
    [client, say, t],
  );
}
