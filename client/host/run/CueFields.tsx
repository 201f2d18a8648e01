import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button, IconButton } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Select } from '../parts/Select.tsx';
import type { DraftCue } from './rundown.ts';
import styles from './RundownEditor.module.css';
import { useCueWords } from './use-cue-words.ts';

type Props = { number: number; cues: readonly DraftCue[]; onChange: (cues: DraftCue[]) => void };

/** What the show does by itself when it gets to this item. */
export function CueFields({ number, cues, onChange }: Props) {
  const { t } = useLingui();
  const words = useCueWords();
  const [isWriting, setIsWriting] = useState(false);
  const add = (cue: DraftCue): void => onChange([...cues, cue]);
  const isFull = cues.length >= LIMITS.cuesPerItem;
  return (
    <div className={styles.cues}>
      {cues.map((cue, index) => (
        <p key={`${index} ${JSON.stringify(cue)}`} className={styles.cue}>
          <span className={styles.cueWords}>{words(cue)}</span>
          <IconButton
            label={t`第 ${number} 项不再：${words(cue)}`}
            onClick={() => onChange(cues.filter((_, other) => other !== index))}
          >
            <Icon name="close" size={16} />
          </IconButton>
        </p>
      ))}
      {!isFull && <CueChoice number={number} onChoose={add} onWrite={() => setIsWriting(true)} />}
      {isWriting && !isFull && (
        <AnnouncementCue
          onDone={(text) => {
            if (text !== '') add({ do: 'announce', text });
            setIsWriting(false);
          }}
        />
      )}
    </div>
  );
}

type ChoiceProps = { number: number; onChoose: (cue: DraftCue) => void; onWrite: () => void };

const SCENES = ['idle', 'wall', 'counter', 'blackout'] as const;

function CueChoice({ number, onChoose, onWrite }: ChoiceProps) {
  const { t } = useLingui();
  const words = useCueWords();
  const polls = useEventState((state) => state.polls);
  const contest = useEventState((state) => state.contest);
  const hasContest = contest !== null;
  const rounds = contest?.rounds ?? [];
  const choices: DraftCue[] = [
    ...polls.flatMap(({ id, status }): DraftCue[] =>
      status === 'draft' ? [{ do: 'openPoll', pollId: id }] : [],
    ),
    ...polls.flatMap(({ id, status }): DraftCue[] =>
      status === 'draft' || status === 'open'
        ? [
            { do: 'closePoll', pollId: id },
            { do: 'takeScene', scene: { scene: 'poll', pollId: id } },
          ]
        : [],
    ),
    ...rounds.flatMap(({ id, status, rules }): DraftCue[] =>
      rules.audience !== null && (status === 'draft' || status === 'open')
        ? [
            { do: 'openVote', roundId: id },
            { do: 'closeVote', roundId: id },
          ]
        : [],
    ),
    ...SCENES.map((scene): DraftCue => ({ do: 'takeScene', scene: { scene } })),
    ...(hasContest ? [{ do: 'takeScene', scene: { scene: 'contest', view: 'latest' } } as DraftCue] : []),
  ];
  const WRITE = choices.length;
  return (
    <Select
      label={t`第 ${number} 项开始时`}
      value={-1}
      options={[
        { value: -1, label: t`加一个动作…` },
        ...choices.map((cue, value) => ({ value, label: words(cue) })),
        { value: WRITE, label: t`给观众发一条公告…` },
      ]}
      onChange={(value) => {
        const cue = choices[value];
        if (cue) onChoose(cue);
        else if (value === WRITE) onWrite();
      }}
    />
  );
}

function AnnouncementCue({ onDone }: { onDone: (text: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  return (
    <div className={styles.small}>
      <Field
        label={t`公告内容`}
        value={text}
        maxLength={LIMITS.announcementLength}
        onChange={({ target }) => setText(target.value)}
      />
      <Button size="small" onClick={() => onDone(text.trim())}>
        <Trans>加上</Trans>
      </Button>
    </div>
  );
}
