import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { COMMA } from '../../ui/desk/separators.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useRun } from '../use-run.ts';
import styles from './EmbedSheet.module.css';
import { readSites } from './sites.ts';

/** Which sites may show the event in their pages. Browsers keep to it; the others see what to ask for. */
export function SitesEditor() {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const listed = useEventState((state) => state.event.embedOrigins);
  const [text, setText] = useState<string | null>(null);
  const { origins, wrong } = readSites(text ?? listed.join('\n'));
  const save = async (): Promise<void> => {
    if ((await run('event:configure', { embedOrigins: origins })) === null) return;
    setText(null);
    say(t`已保存`);
  };
  return (
    <section className={styles.sites} aria-label={t`允许嵌入的网站`}>
      <TextArea
        label={t`允许嵌入的网站`}
        rows={3}
        value={text ?? listed.join('\n')}
        placeholder="https://www.example.com"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        note={
          <Trans>
            每行一个网站，粘贴网页地址也行；https://*.example.com
            表示它下面的所有网站。本机（localhost）随时可以试用。
          </Trans>
        }
      />
      {wrong.length > 0 && (
        <p role="alert" className={styles.wrong}>
          <Trans>不是可用的网站地址，不会保存：{wrong.join(t(COMMA))}</Trans>
        </p>
      )}
      <Act size="small" disabled={text === null} onPress={save}>
        <Trans>保存名单</Trans>
      </Act>
    </section>
  );
}
