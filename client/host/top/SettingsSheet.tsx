import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { Select } from '../parts/Select.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useRun } from '../use-run.ts';
import { PictureField } from './PictureField.tsx';
import { isStreamReady, type SettingsDraft, toConfigure, toSettings } from './settings.ts';
import styles from './SettingsSheet.module.css';

/** Name, words, time and picture of the event. */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const event = useEventState((state) => state.event);
  const [draft, setDraft] = useState(() => toSettings(event));
  const change = (fields: Partial<SettingsDraft>): void => setDraft({ ...draft, ...fields });
  const isReady = draft.title.trim() !== '' && isStreamReady(draft);
  const save = async (): Promise<void> => {
    if ((await run('event:configure', toConfigure(draft))) === null) return;
    say(t`已保存`);
    onClose();
  };
  return (
    <Sheet title={<Trans>活动设置</Trans>} onClose={onClose}>
      <div className={styles.form}>
        <Field
          label={t`名称`}
          value={draft.title}
          maxLength={LIMITS.titleLength}
          onChange={({ target }) => change({ title: target.value })}
        />
        <TextArea
          label={t`简介`}
          rows={3}
          value={draft.summary}
          maxLength={LIMITS.summaryLength}
          onChange={({ target }) => change({ summary: target.value })}
        />
        <Field
          label={t`开始时间（按这台设备的时区）`}
          type="datetime-local"
          value={draft.startsAt}
          onChange={({ target }) => change({ startsAt: target.value })}
        />
        <Select
          label={t`画面`}
          value={draft.kind}
          options={[
            { value: 'none', label: t`没有画面` },
            { value: 'hls', label: 'HLS (m3u8)' },
            { value: 'mp4', label: 'MP4' },
            { value: 'iframe', label: t`直播平台的嵌入页` },
          ]}
          onChange={(kind) => change({ kind })}
        />
        {draft.kind !== 'none' && (
          <Field
            label={t`画面地址`}
            type="url"
            inputMode="url"
            value={draft.url}
            maxLength={LIMITS.urlLength}
            onChange={({ target }) => change({ url: target.value })}
            hint={<Trans>以 https:// 开头，由直播服务商提供</Trans>}
          />
        )}
        <PictureField slug={event.slug} picture={draft.picture} onChange={(picture) => change({ picture })} />
        <Act isWide disabled={!isReady} onPress={save}>
          <Trans>保存设置</Trans>
        </Act>
      </div>
    </Sheet>
  );
}
