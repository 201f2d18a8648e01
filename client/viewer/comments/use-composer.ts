import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Refusal } from '#shared/protocol/errors.ts';
import { storage } from '../../sdk/index.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { refusalWords } from '../../ui/live/words.ts';

const NICKNAME = 'xinli:nickname';

/** What is being written, and when it may be sent. A refusal gives the text back and says why. */
export function useComposer() {
  const { t } = useLingui();
  const client = useClient();
  const you = useClientState((state) => state.you);
  const slug = useEventState((state) => state.event.slug);
  const slowModeSeconds = useEventState((state) => state.event.comments.slowModeSeconds);
  const waitKey = `xinli:wait:${slug}`;
  const [text, setText] = useState('');
  const [nickname, setNickname] = useState(() => storage.read(NICKNAME));
  const [problem, setProblem] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const until = waitUntil ?? Number(storage.read(waitKey) ?? 0);
  const waitSeconds = useCountdown(until > 0 ? until : null) ?? 0;

  const wait = (ms: number): void => {
    const at = client.now() + ms;
    storage.write(waitKey, String(at));
    setWaitUntil(at);
  };

  function refuse(refusal: Refusal, sent: string): void {
    if (refusal.code === 'UNAVAILABLE') return; // its row stays, with a retry
    setText((current) => current || sent);
    if (refusal.retryAfterMs) wait(refusal.retryAfterMs);
    setProblem(t(refusalWords[refusal.code]));
  }

  async function send(as: string): Promise<void> {
    const sent = text.trim();
    if (!sent || waitSeconds > 0) return;
    setText('');
    setProblem(null);
    const ack = await client.post(sent, as === you?.name ? undefined : as);
    if (!ack.ok) refuse(ack.error, sent);
    else if (slowModeSeconds > 0 && you?.role === 'viewer') wait(slowModeSeconds * 1_000);
  }

  return {
    text,
    setText(value: string): void {
      setText(value);
      if (waitSeconds === 0) setProblem(null);
    },
    /** Asked once, kept for every event of this browser; not of somebody who came with a name. */
    nickname: you?.name || nickname,
    keepNickname(name: string): void {
      storage.write(NICKNAME, name);
      setNickname(name);
    },
    send,
    problem,
    waitSeconds,
  };
}
