import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Refusal } from '#shared/protocol/errors.ts';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { useWait } from './use-wait.ts';

/** What is being written, and when it may be sent. A refusal gives the text back and says why. */
export function useComposer() {
  const { t } = useLingui();
  const client = useClient();
  const ownName = useClientState(({ you }) => you?.name);
  const wait = useWait();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function refuse(refusal: Refusal, sent: string): void {
    if (refusal.code === 'UNAVAILABLE') return; // its row stays, with a retry
    setText((current) => current || sent);
    if (refusal.retryAfterMs) wait.refused(refusal.retryAfterMs);
    setProblem(t(refusalWords[refusal.code]));
  }

  async function send(as: string): Promise<void> {
    const sent = text.trim();
    if (!sent || wait.seconds > 0) return;
    setText('');
    setProblem(null);
    const ack = await client.post(sent, as === ownName ? undefined : as);
    if (ack.ok) wait.sent();
    else refuse(ack.error, sent);
  }

  return {
    text,
    setText(value: string): void {
      setText(value);
      if (wait.seconds === 0) setProblem(null);
    },
    send,
    problem,
    waitSeconds: wait.seconds,
    slowSeconds: wait.slowSeconds,
  };
}

export type ComposerControl = ReturnType<typeof useComposer>;
