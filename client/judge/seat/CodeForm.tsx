import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { readAddress } from './seat.ts';
import styles from './Seat.module.css';

/** Takes the whole link as well as the bare code; a new seat begins with a new page. */
export function CodeForm() {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = readAddress(text);
    if (address === null) return setIsWrong(true);
    window.location.hash =
      address.kind === 'code' ? address.value : `token=${encodeURIComponent(address.value)}`;
    window.location.reload();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={t`配对码或评委链接`}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setIsWrong(false);
        }}
        problem={isWrong && <Trans>请粘贴完整的评委链接，或输入配对码</Trans>}
      />
      <Button tone="ember" type="submit" isWide disabled={text.trim() === ''}>
        <Trans>就座</Trans>
      </Button>
    </form>
  );
}
