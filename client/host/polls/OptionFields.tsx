import { Trans, useLingui } from '@lingui/react/macro';
import type { ClipboardEvent } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { optionLetter } from '../../ui/live/option-letter.ts';
import { Button, IconButton } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import styles from './PollForm.module.css';
import { withOption } from './polls.ts';

type Props = { options: readonly string[]; onChange: (options: readonly string[]) => void };

/** Two to twenty options; a pasted list becomes one option a line. */
export function OptionFields({ options, onChange }: Props) {
  const { t } = useLingui();
  const paste = (event: ClipboardEvent, index: number): void => {
    const text = event.clipboardData.getData('text').trim();
    if (!text.includes('\n')) return;
    event.preventDefault();
    onChange(withOption(options, index, text));
  };
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>
        <Trans>选项（可以整段粘贴，一行一个）</Trans>
      </legend>
      {options.map((option, index) => (
        <div key={optionLetter(index)} className={styles.option}>
          <Field
            label={t`选项 ${optionLetter(index)}`}
            value={option}
            maxLength={LIMITS.optionLength}
            onPaste={(event) => paste(event, index)}
            onChange={({ target }) => onChange(withOption(options, index, target.value))}
          />
          <IconButton
            label={t`删除选项 ${optionLetter(index)}`}
            disabled={options.length <= LIMITS.options.min}
            onClick={() => onChange(options.filter((_, other) => other !== index))}
          >
            <Icon name="close" />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        disabled={options.length >= LIMITS.options.max}
        onClick={() => onChange([...options, ''])}
      >
        <Trans>加一个选项</Trans>
      </Button>
    </fieldset>
  );
}
