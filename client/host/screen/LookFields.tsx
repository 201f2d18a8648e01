import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { SceneRequest } from '#shared/model/stage.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Select } from '../parts/Select.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { secondsOf } from './preview.ts';
import styles from './ScreenPanel.module.css';

type Looked<N extends SceneRequest['scene']> = Extract<SceneRequest, { scene: N }>;
type Change = (request: SceneRequest) => void;

/** What more a scene is told; the preview follows every letter. */
export function LookFields({ looked, onChange }: { looked: SceneRequest; onChange: Change }) {
  switch (looked.scene) {
    case 'poll':
      return <WhichPoll looked={looked} onChange={onChange} />;
    case 'contest':
      return <WhichView looked={looked} onChange={onChange} />;
    case 'countdown':
      return <CountdownFields looked={looked} onChange={onChange} />;
    case 'announcement':
      return <AnnouncementFields looked={looked} onChange={onChange} />;
    default:
      return null;
  }
}

function WhichPoll({ looked, onChange }: { looked: Looked<'poll'>; onChange: Change }) {
  const { t } = useLingui();
  const polls = useEventState((state) => state.polls).filter(({ status }) => status !== 'draft');
  if (polls.length < 2) return null;
  return (
    <Select
      label={t`哪个投票`}
      value={looked.pollId}
      options={polls.map(({ id, question }) => ({ value: id, label: question }))}
      onChange={(pollId) => onChange({ ...looked, pollId })}
    />
  );
}

function WhichView({ looked, onChange }: { looked: Looked<'contest'>; onChange: Change }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`比赛的哪一面`}
      value={looked.view ?? 'latest'}
      options={[
        { value: 'latest', label: t`跟着进程走` },
        { value: 'vote', label: t`观众投票` },
        { value: 'board', label: t`已公布的成绩` },
      ]}
      onChange={(view) => onChange({ ...looked, view })}
    />
  );
}

const MINUTES = [1, 3, 5, 10, 15];

/** A countdown begins when it is taken; its end is the server's. */
function CountdownFields({ looked, onChange }: { looked: Looked<'countdown'>; onChange: Change }) {
  const { t } = useLingui();
  const [minutes, setMinutes] = useState('');
  return (
    <div className={styles.form}>
      <Field
        label={t`倒计时的名目，如“距离开场”`}
        value={looked.label ?? ''}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => onChange({ ...looked, label: target.value })}
      />
      <div className={styles.presets}>
        {MINUTES.map((each) => (
          <Button
            key={each}
            size="small"
            aria-pressed={looked.seconds === each * 60}
            onClick={() => {
              setMinutes('');
              onChange({ ...looked, seconds: each * 60 });
            }}
          >
            <Trans>{each} 分钟</Trans>
          </Button>
        ))}
      </div>
      <Field
        label={t`别的分钟数`}
        value={minutes}
        inputMode="decimal"
        onChange={({ target }) => {
          setMinutes(target.value);
          onChange({ ...looked, seconds: secondsOf(target.value) ?? 0 });
        }}
      />
    </div>
  );
}

function AnnouncementFields({ looked, onChange }: { looked: Looked<'announcement'>; onChange: Change }) {
  const { t } = useLingui();
  return (
    <div className={styles.form}>
      <Field
        label={t`公告标题，可以不写`}
        value={looked.title ?? ''}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => onChange({ ...looked, title: target.value })}
      />
      <TextArea
        label={t`公告内容`}
        rows={3}
        value={looked.text}
        maxLength={LIMITS.announcementLength}
        onChange={({ target }) => onChange({ ...looked, text: target.value })}
        note={t`${looked.text.length} / ${LIMITS.announcementLength}，字越少越大`}
      />
    </div>
  );
}
