import { useCallback, useEffect, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { Output } from '#shared/protocol/commands.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import { useClient, useClientState } from '../../ui/live/client-context.ts';

export type Results = Output<'round:results'>;

/** Changes often come together; the table is asked for once they rest. */
const REST_MS = 400;

/** The result as it stands for whoever may see it, read again with every change to the round (SC-5). */
export function useResults(round: Round) {
  const client = useClient();
  const isLive = useClientState(({ status }) => status === 'live');
  const [results, setResults] = useState<Results | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = useCallback(
    async ({ id }: Round) => {
      const ack = await client.execute('round:results', { roundId: id });
      if (ack.ok) setResults(ack.data);
      setRefusal(ack.ok ? null : ack.error);
    },
    [client],
  );
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = setTimeout(() => void read(round), REST_MS);
    return () => clearTimeout(timer);
  }, [isLive, read, round]);
  return { results, refusal, read: () => void read(round) };
}
