import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import styles from './Composer.module.css';
import { graphemes } from './graphemes.ts';
import { keepNickname, useNickname } from './nickname.ts';
import { NicknameSheet } from './NicknameSheet.tsx';
import { type ComposerControl, useComposer } from './use-composer.ts';

/** Where a comment is written, or why none can be. What was being written is there again once it can. */
export function Composer() {
  const format = useFormat();
  const status = useEventState((state) => state.event.status);
  const isOpen = useEventState((state) => state.event.comments.open);
  const mutedSeconds = useCountdown(useClientState((state) => state.you?.mutedUntil ?? null)) ?? 0;
  const composer = useComposer();
  if (status === 'ended')
    return (
      <Closed>
        <Trans>现场已结束，评论已关闭</Trans>
      </Closed>
    );
  if (!isOpen)
    return (
      <Closed>
        <Trans>主持人暂时关闭了评论</Trans>
      </Closed>
    );
  if (mutedSeconds > 0)
    return (
      <Closed>
        <Trans>你已被禁言，{format.duration(mutedSeconds)} 后可以发言</Trans>
      </Closed>
    );
  return <OpenComposer composer={composer} />;
}

const Closed = ({ children }: { children: ReactNode }) => <p className={styles.closed}>{children}</p>;

function OpenComposer({ composer }: { composer: ComposerControl }) {
  const { t } = useLingui();
  const id = useId();
  const maxLength = useEventState((state) => state.event.comments.maxLength);
  const mode = useEventState((state) => state.event.comments.mode);
  const isJoined = useClientState((state) => state.you !== null);
  const chosen = useNickname();
  // Somebody whom the embedding site knows is not asked, and keeps the name they came with.
  const nickname = useClientState((state) => state.you?.name) || chosen;
  const [isAsking, setIsAsking] = useState(false);
  const length = graphemes(composer.text.trim());
  const isTooLong = length > maxLength;
  const canSend = isJoined && length > 0 && !isTooLong && composer.waitSeconds === 0;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!canSend) return;
    if (nickname === null) setIsAsking(true);
    else void composer.send(nickname);
  };
  const start = (name: string): void => {
    setIsAsking(false);
    keepNickname(name);
    void composer.send(name);
  };

  return (
    <>
      <form className={styles.composer} onSubmit={submit}>
        <div className={styles.row}>
          <input
            className={styles.input}
            aria-label={t`写评论`}
            aria-describedby={`${id}-note`}
            placeholder={mode === 'pre' ? t`说点什么，审核后展示` : t`说点什么…`}
            value={composer.text}
            autoComplete="off"
            enterKeyHint="send"
            dir="auto"
            onChange={(event) => composer.setText(event.currentTarget.value)}
            onKeyDown={keepComposition}
          />
          <button type="submit" className={styles.send} disabled={!canSend}>
            {composer.waitSeconds > 0 ? <Trans>{composer.waitSeconds} 秒</Trans> : <Trans>发送</Trans>}
          </button>
        </div>
        <div id={`${id}-note`} className={styles.note}>
          {composer.problem && (
            <p role="alert" className={styles.problem}>
              {composer.problem}
            </p>
          )}
          {!composer.problem && composer.waitSeconds > 0 && composer.slowSeconds > 0 && (
            <p>
              <Trans>慢速模式：每 {composer.slowSeconds} 秒可发一条，先写着不耽误</Trans>
            </p>
          )}
          {length > maxLength * 0.7 && (
            <p className={isTooLong ? styles.problem : undefined}>
              {length} / {maxLength}
            </p>
          )}
        </div>
      </form>
      {isAsking && <NicknameSheet onChosen={start} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** Enter that ends a word in an input method is not "send". */
function keepComposition(event: KeyboardEvent): void {
  const { isComposing, keyCode } = event.nativeEvent;
  if (event.key === 'Enter' && (isComposing || keyCode === 229)) event.preventDefault();
}
