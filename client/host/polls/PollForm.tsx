import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { PollId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { OptionFields } from './OptionFields.tsx';
import styles from './PollForm.module.css';
import { PollRules } from './PollRules.tsx';
import { checkPoll, type DraftProblem, type PollDraft } from './polls.ts';
import { problemWords } from './problem-words.ts';
import { TemplateButtons } from './TemplateButtons.tsx';

type Props = {
  draft: PollDraft;
  onChange: (draft: PollDraft) => void;
  /** Its work is done, or it was given up: what was written may go. */
  onDone: () => void;
  /** Put away for now; what was written stays. */
  onClose: () => void;
};

/** Writes a poll down as a draft, or opens it on the spot. */
export function PollForm({ draft, onChange, onDone, onClose }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const change = (fields: Partial<PollDraft>): void => {
    onChange({ ...draft, ...fields });
    setProblem(null);
  };
  const save = async (): Promise<PollId | null> => {
    const checked = checkPoll(draft);
    if ('input' in checked) return (await run('poll:create', checked.input))?.pollId ?? null;
    setProblem(checked.problem);
    return null;
  };
  const keep = async (): Promise<void> => {
    if ((await save()) === null) return;
    say(t`草稿已存好`);
    onDone();
  };
  const open = async (): Promise<void> => {
    const pollId = await save();
    if (pollId === null) return;
    await run('poll:open', { pollId });
    onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void keep();
  };
  return (
    <Sheet title={<Trans>新投票</Trans>} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TemplateButtons draft={draft} onChange={change} />
        <Field
          label={t`问题`}
          value={draft.question}
          maxLength={LIMITS.questionLength}
          onChange={({ target }) => change({ question: target.value })}
          problem={problem === 'question' && t(problemWords.question)}
        />
        <OptionFields options={draft.options} onChange={(options) => change({ options })} />
        <PollRules draft={draft} onChange={change} />
        {problem && problem !== 'question' && (
          <p role="alert" className={styles.problem}>
            {t(problemWords[problem])}
          </p>
        )}
        <div className={styles.actions}>
          <Button tone="quiet" onClick={onDone}>
            <Trans>放弃</Trans>
          </Button>
          <Button type="submit">
            <Trans>存为草稿</Trans>
          </Button>
          <Act onPress={open}>
            <Trans>立即开始</Trans>
          </Act>
        </div>
      </form>
    </Sheet>
  );
}
