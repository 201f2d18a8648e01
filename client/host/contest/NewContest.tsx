import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import styles from './ContestDesk.module.css';
import common from './parts/common.module.css';
import { useDo } from './parts/use-do.ts';

/** An event without a contest: one name, and there is one. */
export function NewContest() {
  const { t } = useLingui();
  const act = useDo();
  const event = useEventState((state) => state.event.title);
  const [title, setTitle] = useState(event);
  const submit = (formEvent: FormEvent): void => {
    formEvent.preventDefault();
    void act(
      'contest:setup',
      { title: title.trim(), judgesShown: 'names' },
      t`比赛已建好，接着添加选手和评委`,
    );
  };
  return (
    <EmptyState
      title={<Trans>这场活动还没有比赛</Trans>}
      actions={
        <form className={cx(common.stack, styles.first)} onSubmit={submit}>
          <Field
            label={t`比赛名称`}
            value={title}
            maxLength={LIMITS.titleLength}
            onChange={({ target }) => setTitle(target.value)}
          />
          <Button tone="ember" type="submit" disabled={title.trim() === ''}>
            <Trans>开始筹备比赛</Trans>
          </Button>
        </form>
      }
    >
      <Trans>先起个名字，再依次添加选手、评委和轮次。开始评分之前，一切都可以改。</Trans>
    </EmptyState>
  );
}
