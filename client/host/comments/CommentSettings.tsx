import { Trans, useLingui } from '@lingui/react/macro';
import type { CommentSettings as Settings } from '#shared/model/event.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { Select } from '../parts/Select.tsx';
import { useRun } from '../use-run.ts';
import styles from './CommentSettings.module.css';

const SLOW_SECONDS = [0, 3, 5, 10, 30, 60, 120];
const LENGTHS = [30, 50, 100, 140, 200];
const PER_SECOND = [5, 10, 30, 60, 100, 200];

/** The rules of the conversation; each takes effect at once, for everyone. */
export function CommentSettings() {
  const { t } = useLingui();
  const run = useRun();
  const settings = useEventState(({ event }) => event.comments);
  const set = (comments: Partial<Settings>): void => void run('event:configure', { comments });
  return (
    <div className={styles.settings}>
      <Toggle isOn={settings.open} onChange={(open) => set({ open })}>
        <Trans>开放评论</Trans>
      </Toggle>
      <Toggle isOn={settings.mode === 'pre'} onChange={(isPre) => set({ mode: isPre ? 'pre' : 'post' })}>
        <Trans>先审后发</Trans>
      </Toggle>
      <Select
        label={t`慢速`}
        value={settings.slowModeSeconds}
        options={SLOW_SECONDS.map((value) => ({ value, label: value === 0 ? t`不限` : t`${value} 秒` }))}
        onChange={(slowModeSeconds) => set({ slowModeSeconds })}
      />
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
    </div>
  );
}
