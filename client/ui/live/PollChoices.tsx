import { useLingui } from '@lingui/react/macro';
import type { OptionId } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import { cx } from '../cx.ts';
import { Hidden } from '../parts/Hidden.tsx';
import { optionLetter } from './option-letter.ts';
import styles from './PollChoices.module.css';

type Props = { poll: Poll; chosen: readonly OptionId[]; onChange: (chosen: readonly OptionId[]) => void };

/** The ballot: one choice, or up to `poll.multiple` of them. */
export function PollChoices({ poll, chosen, onChange }: Props) {
  const { t } = useLingui();
  const isMany = poll.multiple > 1;
  const choose = (id: OptionId): void => {
    if (!isMany) onChange([id]);
    else if (chosen.includes(id)) onChange(chosen.filter((other) => other !== id));
    else if (chosen.length < poll.multiple) onChange([...chosen, id]);
  };
  return (
    <fieldset className={cx(styles.choices, isMany && styles.many)}>
      <legend>
        <Hidden>{isMany ? t`${poll.question}（最多选 ${poll.multiple} 项）` : poll.question}</Hidden>
      </legend>
      {poll.options.map(({ id, label }, index) => {
        const isChosen = chosen.includes(id);
        return (
          <label key={id} className={cx(styles.choice, isChosen && styles.chosen)}>
            <input
              className={styles.input}
              type={isMany ? 'checkbox' : 'radio'}
              name={poll.id}
              checked={isChosen}
              onChange={() => choose(id)}
            />
            <span className={styles.ring} aria-hidden="true" />
            <span className={styles.letter}>{optionLetter(index)}</span>
            <span dir="auto">{label}</span>
            <span className={styles.mark} aria-hidden="true" />
          </label>
        );
      })}
    </fieldset>
  );
}
