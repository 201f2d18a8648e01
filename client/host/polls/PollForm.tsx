import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { useRun } from '../use-run.ts';
import { OptionFields } from './OptionFields.tsx';
import styles from './PollForm.module.css';
import { PollRules } from './PollRules.tsx';
import { blankPoll, checkPoll, type DraftProblem, type PollDraft } from './polls.ts';
import { problemWords } from './problem-words.ts';

/** Writes a poll down as a draft. */
export function PollForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const [draft, setDraft] = useState<PollDraft>(blankPoll);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const change = (fields: Partial<PollDraft>): void => {
    setDraft({ ...draft, ...fields });
    setProblem(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const checked = checkPoll(draft);
    if ('problem' in checked) {
      setProblem(checked.problem);
      return;
    }
    setIsSaving(true);
    const made = await run('poll:create', checked.input);
    setIsSaving(false);
    if (made === null) return;
    say(t`草稿已存好`);
    onClose();
  };
  return (
    <Sheet title={<Trans>新投票</Trans>} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
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
          <Button tone="quiet" onClick={onClose}>
            <Trans>取消</Trans>
          </Button>
          <Button type="submit" disabled={isSaving}>
            <Trans>存为草稿</Trans>
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
