import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { CommentMode, CommentSettings as Settings } from '#shared/model/event.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { Select } from '../parts/Select.tsx';
import { useRun } from '../use-run.ts';
import styles from './CommentSettings.module.css';

const SLOW_SECONDS = [0, 3, 5, 10, 30, 60, 120];
const LENGTHS = [30, 50, 100, 140, 200];
const PER_SECOND = [5, 10, 30, 60, 100, 200];
const DELAYS = Array.from({ length: LIMITS.delaySeconds }, (_, index) => index + 1);

/** The rules of the conversation; each takes effect at once, for everyone. */
export function CommentSettings() {
  const { t } = useLingui();
  const run = useRun();
  const settings = useEventState(({ event }) => event.comments);
  const [isOpen, setIsOpen] = useState(false);
  const set = (comments: Partial<Settings>): void => void run('event:configure', { comments });
  return (
    <div className={styles.settings}>
      <Toggle isOn={settings.open} onChange={(open) => set({ open })}>
        <Trans>开放评论</Trans>
      </Toggle>
      <Select<CommentMode>
        label={t`展示`}
        value={settings.mode}
        options={[
          { value: 'post', label: t`先发后审` },
          { value: 'delay', label: t`延迟展示` },
          { value: 'first', label: t`首次先审` },
          { value: 'pre', label: t`全部先审` },
        ]}
        onChange={(mode) => set({ mode })}
      />
      {settings.mode === 'delay' && (
        <Select
          label={t`延迟`}
          value={settings.delaySeconds}
          options={DELAYS.map((value) => ({ value, label: t`${value} 秒` }))}
          onChange={(delaySeconds) => set({ delaySeconds })}
        />
      )}
      <Select
        label={t`慢速`}
        value={settings.slowModeSeconds}
        options={SLOW_SECONDS.map((value) => ({ value, label: value === 0 ? t`不限` : t`${value} 秒` }))}
        onChange={(slowModeSeconds) => set({ slowModeSeconds })}
      />
      <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Trans>更多</Trans>
      </Button>
      {isOpen && <MoreSettings settings={settings} set={set} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

type MoreProps = { settings: Settings; set: (comments: Partial<Settings>) => void; onClose: () => void };

/** What is set once, before the show. */
function MoreSettings({ settings, set, onClose }: MoreProps) {
  const { t } = useLingui();
  return (
    <Sheet title={<Trans>评论设置</Trans>} onClose={onClose}>
      <div className={styles.more}>
        <Select
          label={t`字数`}
          value={settings.maxLength}
          options={LENGTHS.map((value) => ({ value, label: value }))}
          onChange={(maxLength) => set({ maxLength })}
        />
        <Select
          label={t`每秒展示`}
          value={settings.displayPerSecond}
          options={PER_SECOND.map((value) => ({ value, label: value }))}
          onChange={(displayPerSecond) => set({ displayPerSecond })}
        />
        <p className={styles.note}>
          <Trans>
            评论太多时，每秒只展示这么多，人人看到的是同一份公平抽样；全部评论都入库，自己的和主持的总能看到。
          </Trans>
        </p>
      </div>
    </Sheet>
  );
}
